using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Npgsql;

namespace Yipanqi.Web.Tests.Support;

/// <summary>A real PostgreSQL in a temporary folder, its programs looked for where Debian puts them, with the roles of the product.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yipanqi-pg-").FullName;
    private readonly string bin = ProgramFolder();
    private readonly string options;

    /// <param name="durable">Writes reach the disk before they are acknowledged; tests of behaviour do without.</param>
    public PostgresCluster(bool durable)
    {
        // A test's database cannot be dropped by its owner while the server tidies it up by itself.
        options = $"-p {Port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c autovacuum=off{(durable ? "" : " -c fsync=off -c full_page_writes=off")}";
        if (getuid() == 0)
        {
            Run("chown", "postgres:postgres", folder);
        }

        RunAsServer("initdb", "-D", Data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        Start();

        // The owner is a member of the other roles, so that dropping a test's database may end a connection that is still closing.
        Execute($"CREATE ROLE {PostgresServer.ApplicationRole} LOGIN NOBYPASSRLS; CREATE ROLE {PostgresServer.ImportRole} LOGIN BYPASSRLS; CREATE ROLE {PostgresServer.OwnerRole} LOGIN CREATEDB NOBYPASSRLS IN ROLE {PostgresServer.ApplicationRole}, {PostgresServer.ImportRole}");
    }

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(folder, "data");

    /// <summary>Comes back when the server takes connections, after a crash when it has recovered.</summary>
    public void Start()
    {
        if (!TryRunAsServer("pg_ctl", "-D", Data, "-l", $"{folder}/log", "-w", "-o", options, "start"))
        {
            throw new InvalidOperationException("PostgreSQL does not start: " + File.ReadAllText($"{folder}/log"));
        }
    }

    /// <summary>kill -9 of the server's first process, as at a crash. Its children see that and end; until they have, they hold its memory.</summary>
    public void Kill()
    {
        var first = Number(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First());
        var family = File.ReadAllText($"/proc/{first}/task/{first}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).Prepend(first).Select(Find).OfType<Process>().ToList();
        family[0].Kill();
        foreach (var process in family)
        {
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // A child may have ended by itself meanwhile.
    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // One command, which goes on to its end where this process is ended before: a test run is not given the time at its end.
    public void Dispose() => AsServer("sh", "-c", "\"$0\" -D \"$1/data\" -m immediate stop; rm -rf \"$1\"", Path.Combine(bin, "pg_ctl"), folder);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private void RunAsServer(string program, params string[] arguments)
    {
        if (!TryRunAsServer(program, arguments))
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }
    }

    // The server refuses to run as root; the Debian package made the user postgres.
    private bool TryRunAsServer(string program, params string[] arguments) => AsServer(Path.Combine(bin, program), arguments);

    private static bool AsServer(string program, params string[] arguments) =>
        getuid() == 0 ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]) : Run(program, arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string ProgramFolder() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin")).Last(d => File.Exists(Path.Combine(d, "initdb")))
            : throw new InvalidOperationException("PostgreSQL is not installed. On Debian: apt-get install postgresql");

    [DllImport("libc")]
    private static extern uint getuid();
}
