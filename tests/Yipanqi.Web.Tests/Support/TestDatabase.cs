using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Support;

/// <summary>A migrated database for one test: a file of its own on SQLite, a database of its own on PostgreSQL, both copied from a template.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<string> PostgresTemplate = new(MakePostgresTemplate);

    // While one copies, another would write what its log still holds into the file.
    private static readonly Lock OneCopy = new();

    private readonly string name;

    /// <param name="from">A database to copy, rows and all; nobody may be using it.</param>
    public TestDatabase(DatabaseKind kind, TestDatabase? from = null)
    {
        Kind = kind;
        if (kind == DatabaseKind.Sqlite)
        {
            name = Path.Combine(Path.GetTempPath(), $"yipanqi-{Guid.NewGuid():N}.db");
            lock (OneCopy)
            {
                File.Copy(from?.Rest() ?? SqliteTemplate.Value, name);
            }

            ConnectionString = $"Data Source={name}";
        }
        else
        {
            name = $"t_{Guid.NewGuid():N}";
            PostgresServer.Execute(PostgresServer.OwnerRole, "postgres", $"CREATE DATABASE {name} TEMPLATE {from?.Rest() ?? PostgresTemplate.Value}");
            ConnectionString = PostgresServer.ConnectionString(PostgresServer.ApplicationRole, name);
            OwnerConnectionString = PostgresServer.ConnectionString(PostgresServer.OwnerRole, name);
            ImportConnectionString = PostgresServer.ConnectionString(PostgresServer.ImportRole, name);
        }

        var builder = new DbContextOptionsBuilder<YipanqiDb>(DatabaseServices.Options(kind, ConnectionString)).AddInterceptors(Commands, new ShardingGuard());
        Options = builder.Options;
        UnitOfWork = new UnitOfWork(Options, kind);
        Bulk = BulkWrite.Of(UnitOfWork, new DatabaseOptions { Kind = kind, ImportConnectionString = ImportConnectionString });
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    public string OwnerConnectionString { get; } = "";

    /// <summary>Connection of the role for bulk work; empty on SQLite.</summary>
    public string ImportConnectionString { get; } = "";

    public DbContextOptions<YipanqiDb> Options { get; }

    public UnitOfWork UnitOfWork { get; }

    public BulkWrite Bulk { get; }

    public CommandCounter Commands { get; } = new();

    public void Dispose()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            foreach (var file in new[] { name, name + "-wal", name + "-shm" })
            {
                File.Delete(file);
            }
        }
        else
        {
            Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(PostgreSqlSettings.With(ConnectionString)));
            Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(ImportConnectionString));
            PostgresServer.Execute(PostgresServer.OwnerRole, "postgres", $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    // Closes what is open, so that all of it is in the one file or database that is copied.
    private string Rest()
    {
        if (Kind == DatabaseKind.PostgreSql)
        {
            Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(PostgreSqlSettings.With(ConnectionString)));
            return name;
        }

        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return name;
    }

    private static string MakeSqliteTemplate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"yipanqi-template-{Environment.ProcessId}.db");
        File.Delete(file);
        var options = new DatabaseOptions { Kind = DatabaseKind.Sqlite, ConnectionString = $"Data Source={file};Pooling=false" };
        new Migrator(DatabaseServices.Options(options.Kind, options.ConnectionString), options).MigrateAsync(default).GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static string MakePostgresTemplate()
    {
        const string template = "template_migrated";
        PostgresServer.Execute(PostgresServer.OwnerRole, "postgres", $"CREATE DATABASE {template}");
        var options = new DatabaseOptions
        {
            Kind = DatabaseKind.PostgreSql,
            ConnectionString = PostgresServer.ConnectionString(PostgresServer.ApplicationRole, template),
            OwnerConnectionString = PostgresServer.ConnectionString(PostgresServer.OwnerRole, template) + ";Pooling=false",
            ApplicationRole = PostgresServer.ApplicationRole,
        };
        new Migrator(DatabaseServices.Options(options.Kind, options.ConnectionString), options).MigrateAsync(default).GetAwaiter().GetResult();
        return template;
    }
}
