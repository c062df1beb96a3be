using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class CollectQueryTests
{
    private static readonly CollectQuery.Filter Owing = new(null, null, OwingOnly: true, ByOwed: true);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_what_each_organisation_owes_within_the_subtree(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.EnterAsync(walk.Office, "18/20");

        var all = await FindAsync(walk, walk.Officer, Owing with { OwingOnly = false });
        var owing = await FindAsync(walk, walk.Officer, Owing);
        var neighbour = await FindAsync(walk, walk.Neighbour, Owing);

        all!.Lines.Select(l => (l.Code, l.Asked, l.Reported, l.Waiting)).ShouldBe([("P2", 3, 0, 0), ("P1", 3, 3, 1)]);
        all.Lines[0].Owed.Select(i => i.Code).ShouldBe(["P1", "B1", "M1"]);
        (owing!.List.Counted, owing.Lines.Single().Code).ShouldBe((1, "P2"));
        neighbour!.Lines.Select(l => l.Code).ShouldBe(["P2"]);
        (await FindAsync(walk, walk.Officer, Owing with { Name = "甲" }))!.List.Counted.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_what_branches_and_linked_departments_reported_for_the_organ(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.Ground.AssessAsync(walk.Committee.Branch);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.Branch, "M1", Rate(1, 2)), (walk.Committee.Department, "B1", Rate(1, 2)));

        var lines = (await FindAsync(walk, walk.Officer, Owing with { OwingOnly = false, ByOwed = false }))!.Lines;

        lines.Select(l => (l.Code, l.Reported)).ShouldBe([("P1", 3), ("P1B1", 2), ("P2", 0)]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sends_as_many_commands_however_many_figures_there_are(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await FindAsync(walk, walk.Officer, Owing);
        var before = await CommandsAsync(walk);
        var c = walk.Committee;
        await walk.Ground.AssessAsync(c.Branch, c.OtherBranch);
        await walk.Ground.ReportAsync(Q3, (c.Branch, "P1", Rate(1, 2)), (c.OtherBranch, "P1", Rate(1, 2)), (c.Department, "B1", Rate(1, 2)), (c.Second, "P1", Rate(1, 2)));

        (await CommandsAsync(walk)).ShouldBe(before);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_the_quarter_its_coverage_without_reading_the_figures(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        walk.Ground.Database.Commands.Clear();

        var view = await new QuarterQuery(walk.UnitOfWork, walk.Clock).FindAsync(walk.Officer, null, null, default);

        view.Coverage!.Dimensions.Select(d => (d.Code, d.Asked, d.Reported)).ShouldBe([("P", 4, 1), ("B", 2, 1)]);
        (view.State, view.Waits.Sheets).ShouldBe((QuarterState.Collecting, 1));
        walk.Ground.Database.Commands.Commands.ShouldNotContain(sql => sql.Contains("numerator"));
        (await new QuarterQuery(walk.UnitOfWork, walk.Clock).FindAsync(walk.Neighbour, null, null, default)).Coverage!.Organisations.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_an_organisation_what_is_asked_known_supplied_and_owed(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.Branch, "P1", Rate(1, 2)));
        var query = new ReportSheetQuery(walk.UnitOfWork, walk.Clock);

        var sheet = await query.FindAsync(walk.Office, Q3, null, default);
        var other = await query.FindAsync(walk.Neighbour, Q3, walk.Committee.First.Id, default);

        sheet.Lines.Select(l => (l.Code, l.Way)).ShouldBe([("P1", ReportWay.Prefilled), ("B1", ReportWay.Prefilled), ("M1", ReportWay.Asked), ("S1", ReportWay.Supplied)], ignoreOrder: true);
        sheet.Lines.Single(l => l.Code == "P1").ShouldSatisfyAllConditions(l => l.Figure.ShouldBe("8/10"), l => l.Origin.ShouldBe("本单位记录"));
        sheet.Lines.Single(l => l.Code == "B1").Origin.ShouldBe("由 1 个单位的记录汇总");
        other.UnitId.ShouldBeNull();
        (await query.FindAsync(walk.Neighbour, Q3, null, default)).Of(ReportWay.Owed).Select(l => l.Code).ShouldBe(["P1", "B1"], ignoreOrder: true);
    }

    private static Task<CollectQuery.Page?> FindAsync(CycleGround walk, Actor actor, CollectQuery.Filter filter) =>
        new CollectQuery(walk.UnitOfWork).FindAsync(actor, Q3, filter, 1, default);

    private static async Task<int> CommandsAsync(CycleGround walk)
    {
        walk.Ground.Database.Commands.Clear();
        await FindAsync(walk, walk.Officer, Owing);
        return walk.Ground.Database.Commands.Commands.Count;
    }
}
