using System.Collections.Concurrent;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Two tenants in one database, every tenant table filled; made once for each kind of database, and copied for each test.</summary>
public sealed class SeededDatabase
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<SeededDatabase>>> Made = new();

    private SeededDatabase(TestDatabase database, SecurityTenant a, SecurityTenant b, KnownRows rows, IReadOnlyDictionary<string, string> failures) =>
        (Database, A, B, KnownRows, Failures) = (database, a, b, rows, failures);

    public TestDatabase Database { get; }

    public SecurityTenant A { get; }

    public SecurityTenant B { get; }

    public KnownRows KnownRows { get; }

    /// <summary>Entities of which reflection could plant no row, and why.</summary>
    public IReadOnlyDictionary<string, string> Failures { get; }

    public static Task<SeededDatabase> OfAsync(DatabaseKind kind) => Made.GetOrAdd(kind, k => new(() => MakeAsync(k))).Value;

    private static async Task<SeededDatabase> MakeAsync(DatabaseKind kind)
    {
        var (database, clock) = (new TestDatabase(kind), new TestClock());
        if (kind == DatabaseKind.Sqlite)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Dispose();
        }

        var failures = new SortedDictionary<string, string>();
        var tenants = new List<SecurityTenant>();
        foreach (var letter in new[] { 'A', 'B' })
        {
            var tenant = await SecurityTenant.FoundAsync(database, clock, letter);
            tenants.Add(tenant);
            foreach (var seed in Seed.All)
            {
                await seed.PlantAsync(database, clock, tenant);
            }

            var seeder = new ModelSeeder(database, clock, tenant);
            await seeder.PlantAsync();
            seeder.Failures.ToList().ForEach(f => failures[f.Key] = f.Value);
        }

        return new SeededDatabase(database, tenants[0], tenants[1], await KnownRows.ReadAsync(database, [.. tenants]), failures);
    }
}
