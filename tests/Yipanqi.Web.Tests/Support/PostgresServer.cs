using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Npgsql;

namespace Yipanqi.Web.Tests.Support;

/// <summary>
/// A real PostgreSQL of the test run's own: made in a temporary folder on first use, stopped when the run ends. Its programs are
/// looked for where Debian puts them. Durability is off: these are tests of behaviour, not of crashes.
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
        var folder = Directory.CreateTempSubdirectory("yipanqi-pg-").FullName;
        var port = FreePort();
        var bin = ProgramFolder();
        if (getuid() == 0)
        {
            Run("chown", "postgres:postgres", folder);
        }

        RunAsServer(Path.Combine(bin, "initdb"), "-D", $"{folder}/data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        var options = $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200";
        RunAsServer(Path.Combine(bin, "pg_ctl"), "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", options, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsServer(Path.Combine(bin, "pg_ctl"), "-D", $"{folder}/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=false");
        connection.Open();

        // The owner is a member of the other roles, so that dropping a test's database may end a connection that is still closing.
        using var command = new NpgsqlCommand($"CREATE ROLE {ApplicationRole} LOGIN NOBYPASSRLS; CREATE ROLE {ImportRole} LOGIN BYPASSRLS; CREATE ROLE {OwnerRole} LOGIN CREATEDB NOBYPASSRLS IN ROLE {ApplicationRole}, {ImportRole}", connection);
        command.ExecuteNonQuery();
        return port;
    }

    private static string ProgramFolder() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin")).Last(d => File.Exists(Path.Combine(d, "initdb")))
            : throw new InvalidOperationException("PostgreSQL is not installed. On Debian: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root; the Debian package made the user postgres.
    private static void RunAsServer(string program, params string[] arguments)
    {
        if (getuid() == 0)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = false, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    [DllImport("libc")]
    private static extern uint getuid();
}
