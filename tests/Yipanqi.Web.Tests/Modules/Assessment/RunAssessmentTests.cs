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
