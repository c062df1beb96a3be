using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class RunAssessmentTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pools_branches_and_departments_into_the_scores_of_an_organ(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        await ground.ReportAsync(
            Q3, (c.Branch, "P1", Rate(9, 10)), (c.OtherBranch, "P1", Rate(10, 40)), (c.First, "P2", Rate(3, 4)), (c.Branch, "P2", Rate(0, 9)),
            (c.Department, "B1", Rate(4, 5)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);

        var party = card!.Dimensions[0];
        party.Items[0].Value.ShouldBe(19.0 / 50);
        party.Items[0].Origin.ShouldBe(FigureOrigin.Pooled);
        party.Items[1].Value.ShouldBe(0.75);
        party.Items[1].Origin.ShouldBe(FigureOrigin.Own);
        card.Dimensions[1].Items[0].Value.ShouldBe(0.8);
        card.Dimensions[1].Items[0].Origin.ShouldBe(FigureOrigin.Linked);
        card.Head.Party!.Value.ShouldBe((38 + 75) / 2.0, 1e-9);
        card.Head.Business!.Value.ShouldBe(80, 1e-9);
        card.Head.Index!.Value.ShouldBe((56.5 + 80) / 2, 1e-9);
        card.Head.Gap!.Value.ShouldBe(23.5, 1e-9);
        card.Head.Level.ShouldBe(WarningLevel.Orange);
        card.Head.Rank.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decides_levels_by_the_limits_of_the_scheme(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        var scheme = await ground.PublishSchemeAsync(SmallScheme() with { Thresholds = new([69, 68, 67], [.3, .2, .1], [30, 40], [8, 15]) });
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(38, 100)), (c.First, "P2", Rate(3, 4)), (c.Department, "B1", Rate(4, 5)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);

        card!.Head.Index!.Value.ShouldBe(68.25, 1e-9);
        card.Head.Gap!.Value.ShouldBe(23.5, 1e-9);
        card.Head.Level.ShouldBe(WarningLevel.Yellow);
        card.Snapshot.Limits.Score.Yellow.ShouldBe(69);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Passes_exactly_two_thirds_of_the_children_and_owes_below(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        var third = Unit.New(c.TenantId, "P1B3", "甲局第三党支部", Yipanqi.Web.Access.Track.Party, c.First);
        await ground.ChangeAsync(db =>
        {
            db.Add(third);
            return Task.CompletedTask;
        });
        await ground.AssessAsync(c.First);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        await ground.ReportAsync(
            Q3, (c.Branch, "P1", Rate(1, 2)), (c.OtherBranch, "P1", Rate(2, 2)), (c.Branch, "P2", Rate(1, 2)), (c.FirstOrgan, "B1", Rate(1, 2)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);

        card!.Dimensions[0].Items[0].Value.ShouldBe(0.75);
        card.Dimensions[0].Items[1].Absence.ShouldBe(AbsenceReason.NotReported);
        card.Dimensions[0].Items[1].Owes.ShouldBe(["甲局第二党支部", "甲局第三党支部"], ignoreOrder: true);
        card.Dimensions[0].State.ShouldBe(NodeState.Grey);
        card.Dimensions[0].Score.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_an_organ_grey_that_reported_too_little_and_never_red_for_it(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(1, 1)), (c.First, "P2", Rate(1, 1)), (c.First, "B1", Rate(9, 10)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var board = await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.All, default);

        board!.Levels.ShouldBe(new LevelTally(1, 0, 0, 0, 1));
        board.Groups.Single().Organisations.Select(o => (o.ShortName, o.Level)).ShouldBe([("乙局机关党委", WarningLevel.Grey), ("甲局机关党委", WarningLevel.Green)]);
        board.Coverage.Total.ShouldBe(new CoverageLine("", "", 3, 0, 0, 3, 0));
        board.Coverage.Owing.Single().Items.Select(i => i.Code).ShouldBe(["P1", "P2", "B1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_business_out_where_a_branch_has_no_department(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.OtherBranch);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        await ground.ReportAsync(Q3, (c.OtherBranch, "P1", Rate(1, 1)), (c.OtherBranch, "P2", Rate(1, 2)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.OtherBranch.Id, Q3, false, default);

        card!.Head.Party!.Value.ShouldBe(75, 1e-9);
        card.Head.Business.ShouldBeNull();
        card.Head.Rank.ShouldBeNull();
        card.Dimensions[1].Items[0].Absence.ShouldBe(AbsenceReason.NotApplicable);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pools_counts_of_levels_kinds_and_ratings_and_medians_never_their_means(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        var small = SmallScheme();
        var scheme = await ground.PublishSchemeAsync(small with
        {
            Nodes =
            [
                .. small.Nodes.Take(3), Item("H", "P", PoolOver.Party, FigureKind.MinHop), Item("D", "P", PoolOver.Party, FigureKind.Difference),
                Item("M", "P", PoolOver.Party, FigureKind.Median), Rated("S"), Item("B1", "B", PoolOver.Administrative),
            ],
        });
        await ground.ReportAsync(
            Q3,
            (c.Branch, "H", Counted(new() { Met = [9, 4], Due = [10, 5] })), (c.OtherBranch, "H", Counted(new() { Met = [9, 2], Due = [10, 5] })),
            (c.Branch, "D", Counted(new() { Met = [2, 1], Due = [2, 2] })), (c.OtherBranch, "D", Counted(new() { Met = [2, 1], Due = [2, 2] })),
            (c.Branch, "M", Counted(new() { Records = [1, 2, 3] })), (c.OtherBranch, "M", new Reported(9, SampleSize: 2)),
            (c.Branch, "S", Counted(new() { Ratings = [0, 0, 0, 5, 5] })), (c.OtherBranch, "S", Counted(new() { Ratings = [1, 1, 0, 0, 0] })));

        await ground.RunAndPublishAsync(Q3, scheme);
        var items = (await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default))!.Dimensions[0].Items.ToDictionary(i => i.Code);

        items["H"].Value!.Value.ShouldBe((6.0 / 10) / (18.0 / 20), 1e-12);
        items["D"].Value.ShouldBe(0.5);
        items["M"].Value.ShouldBe(3);
        items["S"].Value!.Value.ShouldBe((20 + 25 + 1 + 2) / 12.0, 1e-12);

        static Reported Counted(ObservationParts parts) => new(null, Parts: parts.Write());
        static SchemeNode Rated(string code) => Item(code, "P", PoolOver.Party, FigureKind.Mean) is var node ? node with { Item = node.Item! with { RatingSteps = 5, Floor = 1, Target = 5 } } : node;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_out_what_is_missing_where_the_scheme_says_so(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        var scheme = await ground.PublishSchemeAsync(SmallScheme(MissingPolicy.LeftOut));
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(3, 4)), (c.FirstOrgan, "B1", Rate(1, 2)));

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);

        card!.Head.Party.ShouldBe(75);
        card.Head.NotReported.ShouldBe(0);
    }

    [Fact]
    public async Task Shows_a_preview_only_to_those_who_may_run()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        await ground.RunAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));

        (await ground.Board.FindAsync(c.FirstOfficer, Q3, true, UnitTier.All, default)).ShouldBeNull();
        (await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.All, default)).ShouldBeNull();
        (await ground.Board.FindAsync(ground.Lead, Q3, true, UnitTier.All, default))!.Head.Status.ShouldBe(SnapshotStatus.Preview);
    }

    [Fact]
    public async Task Refuses_a_draft_scheme_and_a_person_who_manages_only_a_part()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second);
        var run = new RunAssessment(ground.Database.UnitOfWork, ground.Clock);
        var draft = await new ImportScheme(ground.Database.UnitOfWork, ground.Clock).RunAsync(ground.Lead, SmallScheme(), default);
        var published = await ground.PublishSchemeAsync(SmallScheme(code: "other"));

        var ofDraft = await run.RunAsync(ground.Lead, new(Q3, draft.Value), default);
        var ofPart = await run.RunAsync(c.ActorAt(PostRole.WorkCommitteeLead, c.First), new(Q3, published), default);

        ofDraft.Refusals.Single().Code.ShouldBe("run.scheme");
        ofPart.Refusals.Single().Code.ShouldBe("run.scope");
    }
}
