using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitsQueryTests : IDisposable
{
    private static readonly UnitFilter All = UnitFilter.From(_ => null);
    private readonly TestClock clock = new();
    private readonly MemoryCache cache = new(new MemoryCacheOptions());
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_a_person_their_own_subtrees_and_nothing_of_another_tenant(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        await Committee.FoundAsync(database!, clock, "other");
        var query = new UnitsQuery(database!.UnitOfWork, cache);

        (await CodesAsync(query, committee.FirstOfficer, All)).ShouldBe(["P1", "P1B1", "P1B2", "A1", "A1D1"]);
        (await CodesAsync(query, committee.Lead, All)).Count.ShouldBe(9);
        (await query.PageAsync(committee.FirstOfficer, All, 1, default)).Counted.ShouldBe(5);
        (await query.TreeAsync(committee.FirstOfficer, null, default)).Select(u => u.Code).ShouldBe(["P1", "A1", "P1B1", "P1B2", "A1D1"]);
        (await query.ExportAsync(committee.FirstOfficer, All, default)).Select(l => l.Unit.Code + ">" + string.Join('、', l.LinkedCodes))
            .ShouldBe(["P1>A1", "P1B1>A1D1", "P1B2>", "A1>", "A1D1>"]);
    }

    public static TheoryData<string, string> Filters => new()
    {
        { "q=甲局", "P1 P1B1 P1B2 A1 A1D1" },
        { "q=p1b", "P1B1 P1B2" },
        { "q=%25", "" },
        { "q=_", "" },
        { "q=局委", "" },
        { "q=甲局 二", "P1B2" },
        { "q=yjjgdw", "P2" },
        { "track=party", "GW P1 P2 P1B1 P1B2" },
        { "track=administrative&q=一处", "A1D1" },
        { "assessed=yes", "" },
        { "sort=-code&track=administrative", "JG A2 A1D1 A1" },
        { "track=9&assessed=perhaps&group=x", "GW P1 P2 P1B1 P1B2 JG A1 A2 A1D1" },
    };

    [Theory, MemberData(nameof(Filters))]
    public async Task Filters_and_sorts_by_the_address(string address, string codes)
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address);

        var found = await CodesAsync(new UnitsQuery(database!.UnitOfWork, cache), committee.Lead, UnitFilter.From(n => values.TryGetValue(n, out var v) ? v.ToString() : null));

        string.Join(' ', found).ShouldBe(codes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_one_unit_with_what_stands_above_below_and_beside_it(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var query = new UnitQuery(database!.UnitOfWork);

        var view = (await query.FindAsync(committee.Lead, committee.First.Id, default))!;
        var seenFromBelow = (await query.FindAsync(committee.FirstOfficer, committee.Branch.Id, default))!;

        (view.CanEdit, view.BelowCount, view.SubtreeCount).ShouldBe((true, 2, 2));
        view.Above.Select(u => u.Code).ShouldBe(["GW"]);
        view.Below.Select(u => u.Code).ShouldBe(["P1B1", "P1B2"]);
        view.Linked.Select(u => u.Code).ShouldBe(["A1"]);
        seenFromBelow.CanEdit.ShouldBeFalse();
        seenFromBelow.Above.Select(u => u.Code).ShouldBe(["P1"]);
        (await query.FindAsync(committee.FirstOfficer, committee.Second.Id, default)).ShouldBeNull();
        (await query.FindAsync(committee.Lead with { TenantId = Guid.CreateVersion7() }, committee.First.Id, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_units_as_for_few(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var (list, one) = (new UnitsQuery(database!.UnitOfWork, cache), new UnitQuery(database.UnitOfWork));
        var few = await CountCommandsAsync(committee, list, one);
        await AddBranchesAsync(committee, 40);

        var many = await CountCommandsAsync(committee, list, one);

        many.ShouldBe(few);
    }

    public void Dispose()
    {
        database?.Dispose();
        cache.Dispose();
    }

    private async Task<Committee> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await Committee.FoundAsync(database, clock);
    }

    private static async Task<List<string>> CodesAsync(UnitsQuery query, Actor actor, UnitFilter filter) =>
        [.. (await query.PageAsync(actor, filter, 1, default)).Rows.Select(u => u.Code)];

    private async Task<int> CountCommandsAsync(Committee committee, UnitsQuery list, UnitQuery one)
    {
        database!.Commands.Clear();
        await list.PageAsync(committee.Lead, All, 1, default);
        await list.ExportAsync(committee.Lead, All, default);
        await list.TreeAsync(committee.Lead, null, default);
        await one.FindAsync(committee.Lead, committee.First.Id, default);
        return database.Commands.Commands.Count;
    }

    private Task AddBranchesAsync(Committee committee, int count) => database!.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            db.AddRange(Enumerable.Range(1, count).Select(i => Unit.New(committee.TenantId, $"N{i}", $"第{i}支部", Track.Party, committee.First)));
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default);
}
