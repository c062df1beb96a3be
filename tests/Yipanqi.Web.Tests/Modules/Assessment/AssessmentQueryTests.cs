using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class AssessmentQueryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Show_an_officer_only_the_own_subtree(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await SixAsync(ground, 0);

        var board = await ground.Board.FindAsync(c.FirstOfficer, Q3, false, UnitTier.All, default);
        var ranking = await ground.Ranking.FindAsync(c.FirstOfficer, Q3, false, null, default);

        board!.Groups.SelectMany(g => g.Organisations).Select(o => o.Code).ShouldBe(["P1"]);
        board.Coverage.Total.Reported.ShouldBe(3);
        ranking!.Rows.Select(r => r.Code).ShouldBe(["P1"]);
        ranking.Group.Ranked.ShouldBe(6);
        (await ground.Card.FindAsync(c.FirstOfficer, c.Second.Id, Q3, false, default)).ShouldBeNull();
        (await ground.Trace.FindAsync(c.FirstOfficer, c.Second.Id, "P1", Q3, false, default)).ShouldBeNull();
        (await ground.Card.FindAsync(c.FirstOfficer, c.First.Id, Q3, false, default)).ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Show_another_committee_nothing(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        await SixAsync(ground, 0);
        var other = await Committee.FoundAsync(ground.Database, ground.Clock, "other");
        var spy = other.Lead with { Grants = [.. other.Lead.Grants, .. ground.Lead.Grants] };

        (await ground.Board.FindAsync(spy, Q3, false, UnitTier.All, default)).ShouldBeNull();
        (await ground.Ranking.FindAsync(spy, Q3, false, null, default)).ShouldBeNull();
        (await ground.Card.FindAsync(spy, ground.Committee.First.Id, Q3, false, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Need_no_more_commands_for_more_organisations(DatabaseKind kind)
    {
        var few = await CommandsAsync(kind, 0);
        var many = await CommandsAsync(kind, 40);

        many.ShouldBe(few);
        few.Max().ShouldBeLessThanOrEqualTo(17);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rank_a_group_with_intervals_and_name_nobody_by_luck(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        await SixAsync(ground, 0);

        var ranking = await ground.Ranking.FindAsync(ground.Lead, Q3, false, null, default);

        ranking!.Third.ShouldBe(2);
        ranking.Rows.Select(r => r.Rank).ShouldBe([1, 2, 3, 4, 5, 6]);
        ranking.Rows.ShouldAllBe(r => r.RankLow <= r.Rank && r.Rank <= r.RankHigh);
        ranking.Rows[0].Verdict.ShouldBe(RankStanding.Leader);
        ranking.Rows[^1].Verdict.ShouldBe(RankStanding.Laggard);
        ranking.Rows.Count(r => r.Verdict == RankStanding.None).ShouldBeGreaterThan(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Part_organs_from_branches(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Branch, c.OtherBranch, c.Second);
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));

        var organs = await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.Organs, default);
        var branches = await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.Branches, default);

        organs!.Groups.SelectMany(g => g.Organisations).Select(o => o.Code).Order().ShouldBe(["P1", "P2"]);
        branches!.Groups.SelectMany(g => g.Organisations).Select(o => o.Code).Order().ShouldBe(["P1B1", "P1B2"]);
        (organs.OrganCount, organs.BranchCount).ShouldBe((2, 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Trace_a_unit_figure_to_its_observations(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        await ground.ReportAsync(Q3, (c.Branch, "P1", Rate(9, 10)), (c.OtherBranch, "P1", Rate(10, 40)));
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));

        var trace = await ground.Trace.FindAsync(ground.Lead, c.First.Id, "P1", Q3, false, default);
        ground.Clock.Advance(TimeSpan.FromHours(1));
        await ground.ReportAsync(Q3, (c.Branch, "P1", Rate(1, 10)));
        var later = await ground.Trace.FindAsync(ground.Lead, c.First.Id, "P1", Q3, false, default);

        trace!.Rows.Select(r => (r.Code, r.Counted, r.Numerator, r.Denominator, r.Person)).ShouldBe(
            [("P1B1", true, 9, 10, "周明"), ("P1B2", true, 10, 40, "周明")], ignoreOrder: true);
        (trace.Item.Numerator, trace.Item.Denominator).ShouldBe((19, 50));
        trace.ChangedSince.ShouldBeFalse();
        later!.ChangedSince.ShouldBeTrue();
        later.Item.Numerator.ShouldBe(19);
    }

    private static async Task<List<int>> CommandsAsync(DatabaseKind kind, int more)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await SixAsync(ground, more);
        await ground.RunAndPublishAsync(Q3.Next.Previous, await ground.PublishSchemeAsync(SmallScheme(code: "again")), "再来一次");
        using var cold = new SnapshotStore();
        var counts = new List<int>();
        foreach (var ask in new Func<Task>[]
        {
            () => new BoardQuery(ground.Database.UnitOfWork, cold).FindAsync(ground.Lead, null, false, UnitTier.All, default),
            () => new RankingQuery(ground.Database.UnitOfWork, cold).FindAsync(ground.Lead, null, false, null, default),
            () => new OrganisationCardQuery(ground.Database.UnitOfWork, cold).FindAsync(ground.Lead, c.First.Id, null, false, default),
            () => new ObservationTraceQuery(ground.Database.UnitOfWork, cold, new([])).FindAsync(ground.Lead, c.First.Id, "P1", null, false, default),
        })
        {
            ground.Database.Commands.Clear();
            await ask();
            counts.Add(ground.Database.Commands.Commands.Count);
        }

        return counts;
    }

    // 甲局 and 乙局 with four more Party committees (and more), each with its own figures; 甲局 is the best.
    private static async Task SixAsync(AssessmentGround ground, int more)
    {
        var c = ground.Committee;
        var others = Enumerable.Range(3, 4 + more).Select(i => Unit.New(c.TenantId, $"P{i}", $"第{i}机关党委", Track.Party, c.Root)).ToList();
        var organs = others.Select(p => Unit.New(c.TenantId, "A" + p.Code[1..], p.Name + "行政", Track.Administrative, c.Organs)).ToList();
        await ground.ChangeAsync(db =>
        {
            db.AddRange(others);
            db.AddRange(organs);
            db.AddRange(others.Zip(organs, UnitLink.Between));
            return Task.CompletedTask;
        });
        await ground.AssessAsync([c.First, c.Second, .. others]);
        var all = others.Zip(organs).Prepend((c.Second, c.SecondOrgan)).Prepend((c.First, c.FirstOrgan)).ToList();
        await ground.ReportAsync(Q3, [.. all.SelectMany((pair, i) => new[]
        {
            (pair.Item1, "P1", Rate(990 - (20 * i), 1000)), (pair.Item1, "P2", Rate(990 - (20 * i), 1000)), (pair.Item2, "B1", Rate(i is 3 or 4 ? 9 - i : 99 - (15 * i), 10 + (i is 3 or 4 ? 0 : 90))),
        })]);
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
    }
}
