using Npgsql;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

/// <summary>
/// Row-level security of every table that has a tenant, read from the catalog: a table of a later module is in it by itself. Each
/// gets one row of each of two tenants; the application's role, set to one of them, to none, must not see, change or delete the other's.
/// </summary>
[Trait("Category", "Security")]
public sealed class TenantIsolationTests : IDisposable
{
    private const string InsufficientPrivilege = "42501";
    private static readonly Guid Ours = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();

    private readonly TestDatabase database = new(DatabaseKind.PostgreSql);
    private readonly List<string> tables;

    public TenantIsolationTests()
    {
        tables = Texts("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id' ORDER BY 1");
        foreach (var table in tables)
        {
            Fill(table, Ours);
            Fill(table, Theirs);
        }
    }

    [Fact]
    public void Shows_a_tenant_its_own_rows_alone_in_every_table()
    {
        tables.Count.ShouldBeGreaterThan(12);
        foreach (var table in tables)
        {
            CountAs(Ours, $"SELECT count(*) FROM {table}").ShouldBe(1, table);
            CountAs(Ours, $"SELECT count(*) FROM {table} WHERE tenant_id = '{Theirs}'").ShouldBe(0, table);
            CountAs(null, $"SELECT count(*) FROM {table}").ShouldBe(0, table);
        }
    }

    [Fact]
    public void Lets_no_tenant_change_delete_or_write_rows_of_another()
    {
        foreach (var table in tables)
        {
            ChangedAs(Ours, $"UPDATE {table} SET tenant_id = tenant_id WHERE tenant_id = '{Theirs}'").ShouldBe(0, table);
            ChangedAs(Ours, $"DELETE FROM {table} WHERE tenant_id = '{Theirs}'").ShouldBe(0, table);
            ChangedAs(null, $"DELETE FROM {table}").ShouldBe(0, table);
            RefusedAs(Ours, $"INSERT INTO {table} SELECT * FROM {table}_theirs").ShouldBeTrue(table);
        }
    }

    [Fact]
    public void Finds_a_table_whose_policy_was_lost()
    {
        AsServer("ALTER TABLE unit DISABLE ROW LEVEL SECURITY");

        CountAs(Ours, "SELECT count(*) FROM unit").ShouldBe(2);
        ChangedAs(Ours, $"DELETE FROM unit WHERE tenant_id = '{Theirs}'").ShouldBe(1);
        RefusedAs(Ours, "INSERT INTO unit SELECT * FROM unit_theirs").ShouldBeFalse();
    }

    public void Dispose() => database.Dispose();

    // A row of plain values for every column that must have one; references are not looked at while filling.
    private void Fill(string table, Guid tenant)
    {
        var columns = Texts($"""
            SELECT a.attname || '=' || CASE WHEN a.attname = 'tenant_id' THEN '''{tenant}''' ELSE CASE format_type(a.atttypid, NULL)
              WHEN 'uuid' THEN 'gen_random_uuid()' WHEN 'boolean' THEN 'false' WHEN 'bytea' THEN '''\x00''' WHEN 'date' THEN '''2026-01-01''' WHEN 'text' THEN '''x'''
              WHEN 'character varying' THEN '''x''' WHEN 'timestamp with time zone' THEN '''2026-01-01Z''' ELSE '1' END END
            FROM pg_attribute a WHERE a.attrelid = '{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND (a.attnotnull OR a.attname = 'tenant_id')
            """).ConvertAll(c => c.Split('=', 2));
        AsServer($"""
            SET session_replication_role = replica;
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => c[0]))}) VALUES ({string.Join(", ", columns.Select(c => c[1]))});
            """);
        if (tenant == Theirs)
        {
            AsServer($"CREATE TABLE {table}_theirs AS SELECT * FROM {table} WHERE tenant_id = '{Theirs}'; GRANT SELECT ON {table}_theirs TO {PostgresServer.ApplicationRole}");
        }
    }

    private long CountAs(Guid? tenant, string sql) => As(tenant, sql, command => (long)command.ExecuteScalar()!);

    // A table the role may not change at all is as safe as one whose rows it does not see.
    private int ChangedAs(Guid? tenant, string sql)
    {
        try
        {
            return As(tenant, sql, command => command.ExecuteNonQuery());
        }
        catch (PostgresException refused) when (refused.SqlState == InsufficientPrivilege)
        {
            return 0;
        }
    }

    private bool RefusedAs(Guid? tenant, string sql)
    {
        try
        {
            return As(tenant, sql, command => command.ExecuteNonQuery()) == 0;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState == InsufficientPrivilege;
        }
    }

    private T As<T>(Guid? tenant, string sql, Func<NpgsqlCommand, T> run)
    {
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        if (tenant is { } id)
        {
            using var set = new NpgsqlCommand($"SET LOCAL app.tenant = '{id:D}'", connection, transaction);
            set.ExecuteNonQuery();
        }

        using var command = new NpgsqlCommand(sql, connection, transaction);
        return run(command);
    }

    private List<string> Texts(string sql)
    {
        using var connection = Server();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private void AsServer(string sql)
    {
        using var connection = Server();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlConnection Server()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = "postgres", Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
