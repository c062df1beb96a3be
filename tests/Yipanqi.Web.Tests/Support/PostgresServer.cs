using Npgsql;

namespace Yipanqi.Web.Tests.Support;

/// <summary>
/// The PostgreSQL of the test run: made on first use, stopped when the run ends. Durability is off: these are tests of behaviour, not of crashes.
/// </summary>
public static class PostgresServer
{
    public const string OwnerRole = "yipanqi_owner";
    public const string ApplicationRole = "yipanqi_app";
    public const string ImportRole = "yipanqi_import";

    private static readonly Lazy<int> Port = new(Start, LazyThreadSafetyMode.ExecutionAndPublication);

    public static string ConnectionString(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port.Value,
        Username = role,
        Database = database,
        Options = "-c citus.propagate_set_commands=local",
        MaxPoolSize = 10,
        NoResetOnClose = false,
    }.ToString();

    public static void Execute(string role, string database, string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(role, database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static int Start()
    {
        var cluster = new PostgresCluster(durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster.Port;
    }
}
