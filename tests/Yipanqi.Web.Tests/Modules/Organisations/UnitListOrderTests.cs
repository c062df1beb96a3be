using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitListOrderTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_a_word_leads_to_stands_in_the_order_of_the_list_whatever_changed_since(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await UnitChangeGround.StartAsync(database, clock);
        var c = ground.Committee;
        (await CodesAsync(ground)).ShouldBe(["P1", "P2", "P1B1", "P1B2", "A1", "A2", "A1D1"], "all but the two tops bear 局");

        await ground.ChangeAsync(async db => (await db.Set<Unit>().SingleAsync(u => u.Id == c.First.Id)).Describe("甲局机关党委", "甲局", "机关党委", 7, ""));
        (await CodesAsync(ground)).ShouldBe(["P2", "P1", "P1B1", "P1B2", "A1", "A2", "A1D1"]);

        (await ground.Move.RunAsync(ground.Lead, new(c.First.Id, await ground.BasisAsync(c.First), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();
        (await CodesAsync(ground)).ShouldBe(["P2", "P1", "P1B1", "P1B2", "A1", "A2", "A1D1"], "now one below the other");
        await ground.ChangeAsync(async db => (await db.Set<Unit>().SingleAsync(u => u.Id == c.Department.Id)).Describe("甲局一处", "一处", "处", 0, ""));
        await ListedAsIsAsync(ground);

        (await ground.AllAsync<SearchTerm>()).Count(t => t.Kind == SearchKind.Person && t.ListKey.Length > 0).ShouldBe(0);
    }

    [Fact]
    public async Task Terms_that_were_not_carried_with_their_units_are_found()
    {
        database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await UnitChangeGround.StartAsync(database, clock);

        await ground.Work.WriteAsync<bool>(ground.Committee.TenantId, async db => await db.Set<SearchTerm>().ExecuteUpdateAsync(set => set.SetProperty(t => t.ListKey, t => "9" + t.ListKey.Substring(1))) > 0, default);

        (await Record.ExceptionAsync(() => ListedAsIsAsync(ground))).ShouldBeOfType<ShouldAssertException>();
    }

    public void Dispose() => database?.Dispose();

    // Every term of every unit says where the unit stands today.
    private static async Task ListedAsIsAsync(UnitChangeGround ground)
    {
        var keys = (await ground.AllAsync<Unit>()).ToDictionary(u => u.Id, u => u.ToSearch().ListKey);
        foreach (var term in (await ground.AllAsync<SearchTerm>()).Where(t => t.Kind == SearchKind.Unit))
        {
            term.ListKey.ShouldBe(keys[term.SubjectId], term.Term);
        }
    }

    private static async Task<List<string>> CodesAsync(UnitChangeGround ground)
    {
        await ListedAsIsAsync(ground);
        var query = new UnitsQuery(ground.Work, new MemoryCache(new MemoryCacheOptions()));
        List<string> inOrder = [.. (await query.ExportAsync(ground.Lead, UnitFilter.From(_ => null), default)).Select(l => l.Unit.Code)];
        List<string> found = [];
        foreach (var word in new[] { "甲局", "乙局" })
        {
            var page = await query.PageAsync(ground.Lead, UnitFilter.From(name => name == "q" ? word : null), 1, default);
            List<string> codes = [.. page.Rows.Select(l => l.Code)];
            codes.ShouldBe(inOrder.Where(codes.Contains), word);
            codes.Count.ShouldBeGreaterThan(1);
            found.AddRange(codes);
        }

        return [.. inOrder.Where(found.Contains)];
    }
}
