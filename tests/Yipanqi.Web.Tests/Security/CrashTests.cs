using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Tests.Security.Plants;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

/// <summary>What was acknowledged survives the death of the program (SQLite) and of the database server (PostgreSQL): nothing lost, nothing half written.</summary>
[Trait("Category", "Security")]
public sealed class CrashTests(ITestOutputHelper output)
{
    // Writes between one death and the next, at least.
    private const int Between = CrashWriters.Count;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Other tests run at the same time and may hold both cores.
    private const int SlowMachine = 4;
    private static readonly TimeSpan ReadyAfterDeath = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HealedAfterDeath = TimeSpan.FromSeconds(10);

    [Fact]
    public Task Keeps_all_that_was_acknowledged_when_the_program_is_killed() => KillProgramAsync(deaths: 10);

    [Fact, Trait("Category", "Full")]
    public Task Keeps_all_that_was_acknowledged_when_the_program_is_killed_fifty_times() => KillProgramAsync(deaths: 50);

    [Fact]
    public Task A_program_that_answers_before_it_keeps_is_found() => KillProgramAsync(deaths: 1, early: true);

    private async Task KillProgramAsync(int deaths, bool early = false)
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, new TestClock());
        var folder = Directory.CreateTempSubdirectory("yipanqi-crash-").FullName;
        using var product = new RunningProduct(folder, Settings("Sqlite", database.ConnectionString, early));
        var writers = new CrashWriters(product.Address);
        var random = new Random(20261122);
        var slowest = TimeSpan.Zero;

        for (var death = 0; death < deaths; death++)
        {
            var ready = await product.StartAsync();
            slowest = ready > slowest ? ready : slowest;
            using var stop = new CancellationTokenSource();
            var writing = writers.RunAsync(stop.Token);
            await writers.AcknowledgedAsync(Between, Patience);
            await Task.Delay(random.Next(0, 400));
            product.Kill();
            stop.Cancel();
            await writing;
        }

        var kept = await KeptAsync(database.UnitOfWork, committee.TenantId);
        output.WriteLine($"{deaths} deaths, {writers.Acknowledged.Count} acknowledged, {kept.Count} kept, slowest start {slowest.TotalSeconds:0.0} s");
        writers.Acknowledged.Count.ShouldBeGreaterThan(deaths);
        if (early)
        {
            Lost(writers.Acknowledged, kept).ShouldNotBeEmpty();
            return;
        }

        Lost(writers.Acknowledged, kept).ShouldBeEmpty();
        Lost(writers.Acknowledged.Append("never kept"), kept).ShouldBe(["never kept"]);
        writers.Unexpected.ShouldBeEmpty();
        (await HalfWrittenAsync(database.UnitOfWork, committee.TenantId)).ShouldBe(0);
        (await IntegrityAsync(database)).ShouldBe("ok");
        slowest.ShouldBeLessThan(ReadyAfterDeath * SlowMachine);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public Task Keeps_all_that_was_acknowledged_when_the_database_server_is_killed_and_heals_without_a_restart() => KillServerAsync(deaths: 2);

    [Fact, Trait("Category", "Full")]
    public Task Keeps_all_that_was_acknowledged_when_the_database_server_is_killed_twenty_times() => KillServerAsync(deaths: 20);

    [Fact, Trait("Category", "Full")]
    public Task A_program_that_answers_before_the_database_server_keeps_is_found() => KillServerAsync(deaths: 2, early: true);

    private async Task KillServerAsync(int deaths, bool early = false)
    {
        using var cluster = new PostgresCluster(durable: true);
        var (owner, application) = (Connection(cluster, PostgresServer.OwnerRole, "postgres"), Connection(cluster, PostgresServer.ApplicationRole, "yipanqi"));
        Execute(owner, "CREATE DATABASE yipanqi");
        var options = new DatabaseOptions { Kind = DatabaseKind.PostgreSql, ConnectionString = application, OwnerConnectionString = Connection(cluster, PostgresServer.OwnerRole, "yipanqi"), ApplicationRole = PostgresServer.ApplicationRole };
        var context = DatabaseServices.Options(DatabaseKind.PostgreSql, application);
        await new Migrator(context, options).MigrateAsync(default);

        // Without a pool: its connections would die with the server, as those of the product do, which must notice.
        var unitOfWork = new UnitOfWork(DatabaseServices.Options(DatabaseKind.PostgreSql, application + ";Pooling=false"), DatabaseKind.PostgreSql);
        var committee = await Committee.FoundAsync(unitOfWork, new TestClock());
        var folder = Directory.CreateTempSubdirectory("yipanqi-crash-").FullName;
        using var product = new RunningProduct(folder, Settings("PostgreSql", application, early));
        await product.StartAsync();
        var writers = new CrashWriters(product.Address);
        using var stop = new CancellationTokenSource();
        var writing = writers.RunAsync(stop.Token);
        var random = new Random(20261122);
        var slowest = TimeSpan.Zero;

        for (var death = 0; death < deaths; death++)
        {
            await writers.AcknowledgedAsync(Between, Patience);
            await Task.Delay(random.Next(0, 400));
            cluster.Kill();
            await Task.Delay(random.Next(50, 300));
            cluster.Start();
            var healed = await product.ReadyAsync(HealedAfterDeath * SlowMachine);
            slowest = healed > slowest ? healed : slowest;
        }

        await writers.AcknowledgedAsync(Between, Patience);
        stop.Cancel();
        await writing;
        var kept = await KeptAsync(unitOfWork, committee.TenantId);
        output.WriteLine($"{deaths} deaths, {writers.Acknowledged.Count} acknowledged, {kept.Count} kept, {writers.Refused} told to come back, slowest healing {slowest.TotalSeconds:0.0} s");
        writers.Acknowledged.Count.ShouldBeGreaterThan(deaths * Between);
        if (early)
        {
            Lost(writers.Acknowledged, kept).ShouldNotBeEmpty();
            return;
        }

        Lost(writers.Acknowledged, kept).ShouldBeEmpty();
        writers.Unexpected.ShouldBeEmpty(string.Join('\n', product.Said.Where(s => s.Contains("Exception", StringComparison.Ordinal)).Distinct()));
        (await HalfWrittenAsync(unitOfWork, committee.TenantId)).ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string> Settings(string kind, string connection, bool early) =>
        new(early ? [EarlyAnswers.Setting] : []) { ["Database__Kind"] = kind, ["Database__ConnectionString"] = connection };

    private static List<string> Lost(IEnumerable<string> acknowledged, HashSet<string> kept) => [.. acknowledged.Where(text => !kept.Contains(text))];

    private static Task<HashSet<string>> KeptAsync(UnitOfWork unitOfWork, Guid tenant) =>
        unitOfWork.ReadAsync(tenant, async db => (await db.Set<Complaint>().Select(c => c.Text).ToListAsync()).ToHashSet(), default);

    /// <summary>Complaints without their journal entry and entries without their complaint.</summary>
    private static Task<int> HalfWrittenAsync(UnitOfWork unitOfWork, Guid tenant) => unitOfWork.ReadAsync(
        tenant,
        async db =>
        {
            var complaints = await db.Set<Complaint>().Select(c => c.Id).ToListAsync();
            var entries = await db.Set<JournalEntry>().Where(e => e.Action == "complaint.received").Select(e => e.SubjectId!.Value).ToListAsync();
            return complaints.Except(entries).Count() + entries.Except(complaints).Count();
        },
        default);

    private static Task<string> IntegrityAsync(TestDatabase database) => Task.Run(() =>
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    });

    private static string Connection(PostgresCluster cluster, string role, string database) =>
        $"Host=127.0.0.1;Port={cluster.Port};Username={role};Database={database};Options=-c citus.propagate_set_commands=local;Maximum Pool Size=20";

    private static void Execute(string connectionString, string sql)
    {
        using var connection = new Npgsql.NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
