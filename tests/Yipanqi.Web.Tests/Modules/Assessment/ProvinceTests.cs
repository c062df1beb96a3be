using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>A province of a size at which boards list a part, figures are kept and intervals wait for publication, made by the generator of the benchmarks.</summary>
public sealed class ProvinceTests
{
    private const int Organisations = 2_100;
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_made_the_same_way_twice_and_shows_its_boards_lists_and_rankings(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        using var store = new SnapshotStore();
        var (lead, city) = await MakeAsync(database);
        var board = (await new BoardQuery(database.UnitOfWork, store).FindAsync(lead, null, false, UnitTier.All, default))!;
        var inCity = (await new BoardQuery(database.UnitOfWork, store).FindAsync(city, null, false, UnitTier.All, default))!;
        var list = await ListAsync(database, store, lead, "-gap", 0);
        var tail = await ListAsync(database, store, lead, "-gap", Organisations - 20);
        var ranking = (await new RankingQuery(database.UnitOfWork, store).FindAsync(lead, null, false, board.Groups[^1].Id, 50, 50, default))!;

        board.Figures.Count.ShouldBe(Organisations);
        board.IsWhole.ShouldBeFalse();
        board.Groups.Sum(g => g.Levels.Total).ShouldBe(Organisations);
        inCity.Figures.ShouldSatisfyAllConditions(f => f.Count.ShouldBe(Organisations), f => f.Index.ShouldBe(board.Figures.Index), f => f.Gap.ShouldBe(board.Figures.Gap));
        list.Rows.Select(r => r.Gap).ShouldBeInOrder(SortDirection.Descending);
        list.Rows[0].Gap.ShouldBe(board.Tracks.Max(t => t.Gap));
        tail.Rows.Count.ShouldBe(20);
        tail.Rows[^1].Gap.ShouldBeNull();
        ranking.Rows[0].Rank.ShouldBe(51);
        ranking.Head.HasIntervals.ShouldBeFalse();
        ranking.Rows.ShouldAllBe(r => r.RankLow == null && r.Verdict == Yipanqi.Engine.CompositeIndex.RankStanding.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_figures_that_agree_with_the_lines_and_move_with_the_preview(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var (lead, _) = await MakeAsync(database);
        var scheme = await ReadAsync(database, lead, db => db.Set<Scheme>().Select(s => s.Id).SingleAsync());
        var run = new RunAssessment(database.UnitOfWork, clock, database.Bulk);
        await run.RunAsync(lead, new(ProvinceSeed.Open, scheme), default);
        var before = await FiguresAsync(database, lead);

        await ChangeAsync(database, lead);
        var answer = (await new UpdatePreview(database.UnitOfWork, clock, database.Bulk).RunAsync(lead.TenantId, ProvinceSeed.Open, default)).Value;
        var moved = await FiguresAsync(database, lead);
        await run.RunAsync(lead, new(ProvinceSeed.Open, scheme), default);
        var full = await FiguresAsync(database, lead);

        answer.ShouldSatisfyAllConditions(a => a.IsFullRun.ShouldBeFalse(), a => a.Organisations.ShouldBe(3));
        before.Keys.Count(k => k.StartsWith("scope ", StringComparison.Ordinal)).ShouldBe(6);
        moved.ShouldBe(full, ignoreOrder: true);
        moved.Except(before).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Draws_its_intervals_before_it_is_published_and_not_with_the_preview()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var (lead, _) = await MakeAsync(database);
        var scheme = await ReadAsync(database, lead, db => db.Set<Scheme>().Select(s => s.Id).SingleAsync());
        var run = new RunAssessment(database.UnitOfWork, clock, database.Bulk);
        var publish = new PublishAssessment(database.UnitOfWork, clock);
        var shares = new List<WorkStep>();

        var preview = (await run.RunAsync(lead, new(ProvinceSeed.Open, scheme), default)).Value;
        var early = await publish.RunAsync(lead, new(preview, ""), default);
        var drawn = (await run.RunAsync(lead, new(ProvinceSeed.Open, scheme, Intervals: true), default, new Told(shares))).Value;
        await new MoveQuarter(database.UnitOfWork, clock).RunAsync(lead, new(ProvinceSeed.Open, QuarterState.Previewing, ""), default);
        var published = await publish.RunAsync(lead, new(drawn, ""), default);

        early.Refusals.Single().Code.ShouldBe("publish.intervals");
        shares.Select(s => s.Name).Distinct().ShouldBe(["读取数据", "计分、排名", "重抽名次区间", "保存预览"]);
        shares.Where(s => s.Name == "重抽名次区间").Select(s => s.Percent).ShouldBeInOrder();
        published.Refusals.ShouldBeEmpty();
        (await ReadAsync(database, lead, db => db.Set<OrganisationScore>().CountAsync(s => s.SnapshotId == drawn && s.Rank > 0 && s.RankLow == 0))).ShouldBe(0);
    }

    private sealed class Told(List<WorkStep> steps) : IProgress<WorkStep>
    {
        public void Report(WorkStep value) => steps.Add(value);
    }

    private async Task<(Actor Lead, Actor City)> MakeAsync(TestDatabase database)
    {
        var tenant = await new ProvinceSeed(database.UnitOfWork, database.Bulk, _ => { }).FillAsync(Organisations, 1, default);
        var tops = await database.UnitOfWork.ReadAsync(tenant, db => db.Set<Unit>().Where(u => u.Code == "GW" || u.Code == "JG" || u.Code == "D01").ToListAsync(), default);
        var person = await database.UnitOfWork.ReadAsync(tenant, db => db.Set<Person>().SingleAsync(), default);
        Actor At(params string[] codes) => new(
            tenant, person.Id, "测试", "", [.. tops.Where(t => codes.Contains(t.Code)).Select(t => new Grant(t.Path, PostRoles.PermissionsOf(PostRole.WorkCommitteeLead)))]);
        return (At("GW", "JG"), At("D01"));
    }

    private async Task ChangeAsync(TestDatabase database, Actor lead) => await database.UnitOfWork.WriteAsync<bool>(
        lead.TenantId,
        async db =>
        {
            var branch = await db.Set<Unit>().Where(u => u.Kind == "党支部").OrderBy(u => u.Code).FirstAsync();
            var figure = await db.Set<Observation>().SingleAsync(o => o.UnitId == branch.Id && o.ItemCode == "B1.1");
            figure.Take(new Reported(null, 0, 12, 12), new Provenance(lead.PersonId, clock.UtcNow, clock.UtcNow, null));
            db.AddRange(PreviewMark.Of(db.TenantId, ProvinceSeed.Open, [branch.Id]));
            await db.SaveAsync(new Yipanqi.Web.Journal.Change(lead.PersonId, clock.UtcNow, "test.changed", nameof(Observation), null), default);
            return true;
        },
        default);

    private static async Task<OrganisationsView> ListAsync(TestDatabase database, SnapshotStore store, Actor actor, string sort, int skip) =>
        (await new OrganisationsQuery(database.UnitOfWork, store).FindAsync(
            actor, new(null, false, UnitTier.All, null, null, null, sort.TrimStart('-'), sort.StartsWith('-'), skip, 50), default))!;

    private static Task<Dictionary<string, string>> FiguresAsync(TestDatabase database, Actor lead) => ReadAsync(database, lead, db => (
        from f in db.Set<SnapshotFigure>()
        join s in db.Set<AssessmentSnapshot>() on new { f.TenantId, Id = f.SnapshotId } equals new { s.TenantId, s.Id }
        where s.Status == SnapshotStatus.Preview
        select f).ToDictionaryAsync(f => f.Name, f => f.Content));

    private static Task<T> ReadAsync<T>(TestDatabase database, Actor actor, Func<YipanqiDb, Task<T>> read) => database.UnitOfWork.ReadAsync(actor.TenantId, read, default);
}
