using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

/// <summary>Changes of units that carry many others along.</summary>
public sealed class UnitChangeAtSizeTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Need_as_many_commands_for_many_as_for_few(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var few = await CountAsync(ground, ground.Committee.First, "P2", "2026-10-01");
        await ground.ChangeAsync(async db =>
        {
            var parent = await db.Set<Unit>().SingleAsync(u => u.Code == "P1");
            db.AddRange(Enumerable.Range(1, 200).Select(i => Unit.New(db.TenantId, $"V{i}", $"支部{i}", Track.Party, parent)));
        });

        (await CountAsync(ground, ground.Committee.First, "GW", "2026-10-02")).ShouldBe(few);
    }

    [Theory, ClassData(typeof(BothDatabases)), Trait("Category", "Full")]
    public async Task Move_five_thousand_units_within_two_seconds(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.ChangeAsync(async db =>
        {
            var parent = await db.Set<Unit>().SingleAsync(u => u.Code == "P1");
            var middle = Enumerable.Range(1, 50).Select(i => Unit.New(db.TenantId, $"M{i}", $"总支{i}", Track.Party, parent)).ToList();
            db.AddRange(middle);
            db.AddRange(middle.SelectMany((m, n) => Enumerable.Range(1, 99).Select(i => Unit.New(db.TenantId, $"V{n}-{i}", $"支部{n}-{i}", Track.Party, m))));
        });
        var basis = await ground.BasisAsync(ground.Committee.First);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        (await ground.Move.RunAsync(ground.Lead, new(ground.Committee.First.Id, basis, Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();

        var took = watch.Elapsed;
        output.WriteLine($"{kind}: {took.TotalMilliseconds:0} ms");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    public void Dispose() => database?.Dispose();

    private async Task<int> CountAsync(UnitChangeGround ground, Unit unit, string target, string day)
    {
        var basis = await ground.BasisAsync(unit, day);
        database!.Commands.Clear();
        (await ground.Move.RunAsync(ground.Lead, new(unit.Id, basis, Picked.Of(target)), default)).Refusals.ShouldBeEmpty();
        return database.Commands.Commands.Count;
    }

    private async Task<UnitChangeGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await UnitChangeGround.StartAsync(database, clock);
    }
}
