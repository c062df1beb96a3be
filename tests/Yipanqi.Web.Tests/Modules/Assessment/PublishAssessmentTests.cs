using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class PublishAssessmentTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Freezes_the_figures_whatever_is_reported_later(DatabaseKind kind)
    {
        using var ground = await SmallAsync(kind);
        var c = ground.Committee;
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        var published = await ground.RunAndPublishAsync(Q3, scheme);

        await ground.ReportAsync(Q3, (c.First, "P1", Rate(0, 10)));
        await ground.RunAsync(Q3, scheme);
        var board = await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.All, default);
        var preview = await ground.Board.FindAsync(ground.Lead, Q3, true, UnitTier.All, default);

        board!.Head.Id.ShouldBe(published);
        board.Groups.Single().Organisations.Single().Party!.Value.ShouldBe(90, 1e-9);
        preview!.Groups.Single().Organisations.Single().Party!.Value.ShouldBe(50, 1e-9);
        (await ground.RecomputeAsync(published)).IsSame.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Corrects_only_with_a_reason_and_keeps_what_was_published(DatabaseKind kind)
    {
        using var ground = await SmallAsync(kind);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        var first = await ground.RunAndPublishAsync(Q3, scheme);
        await ground.ReportAsync(Q3, (ground.Committee.First, "P1", Rate(7, 10)));
        var second = await ground.RunAsync(Q3, scheme);

        var without = await ground.TryPublishAsync(second);
        var with = await ground.TryPublishAsync(second, "A1 误填，据原始台账更正。");
        var all = await ground.Database.UnitOfWork.ReadAsync(
            ground.Committee.TenantId, db => db.Set<AssessmentSnapshot>().OrderBy(s => s.Number).ToListAsync(), default);

        without.Refusals.Single().Code.ShouldBe("publish.reason");
        with.IsDone.ShouldBeTrue();
        all.Select(s => (s.Id, s.Number, s.Status)).ShouldBe([(first, 1, SnapshotStatus.Superseded), (second, 2, SnapshotStatus.Published)]);
        all[1].ReplacesId.ShouldBe(first);
        (await ground.RecomputeAsync(first)).IsSame.ShouldBeTrue();
        (await ground.RecomputeAsync(second)).IsSame.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_a_preview_that_no_longer_fits_the_data(DatabaseKind kind)
    {
        using var ground = await SmallAsync(kind);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        var preview = await ground.RunAsync(Q3, scheme);
        await ground.ReportAsync(Q3, (ground.Committee.First, "P1", Rate(7, 10)));

        var outcome = await ground.TryPublishAsync(preview);

        outcome.Refusals.Single().Code.ShouldBe("publish.changed");
    }

    [Fact]
    public async Task Asks_for_its_own_permission_over_every_organisation()
    {
        using var ground = await SmallAsync(DatabaseKind.Sqlite);
        var c = ground.Committee;
        var preview = await ground.RunAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        var publish = new PublishAssessment(ground.Database.UnitOfWork, ground.Clock);

        var byOfficer = await publish.RunAsync(c.ActorAt(PostRole.WorkCommitteeOfficer, c.Root, c.Organs), new(preview, ""), default);

        byOfficer.Refusals.Single().Code.ShouldBe("publish.scope");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Measures_a_fall_against_the_published_quarter_before_and_splits_it_exactly(DatabaseKind kind)
    {
        using var ground = await SmallAsync(kind);
        var c = ground.Committee;
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        await ground.ReportAsync(Q3.Previous, (c.First, "P1", Rate(10, 10)), (c.First, "P2", Rate(10, 10)), (c.FirstOrgan, "B1", Rate(10, 10)));
        await ground.RunAndPublishAsync(Q3.Previous, scheme);

        await ground.RunAndPublishAsync(Q3, scheme);
        var card = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);

        card!.Head.IndexChange!.Value.ShouldBe(-10, 1e-9);
        card.Head.Reasons.ShouldContain("综合得分较上季下降 10.0 分，达到 8 分线，至少黄色。");
        card.Contributions.Sum(x => x.Total).ShouldBe(-10, 1e-9);
        card.Contributions.Select(x => x.Code).ShouldBe(["P1", "B1"], ignoreOrder: true);
        card.History.Select(h => h.Quarter.ToString()).ShouldBe(["2026Q2", "2026Q3"]);
        (await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.All, default))!.PreviousLevels!.Green.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_where_a_snapshot_was_tampered_with(DatabaseKind kind)
    {
        using var ground = await SmallAsync(kind);
        var published = await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        await ground.Database.UnitOfWork.WriteAsync<int>(
            ground.Committee.TenantId,
            async db => await db.Set<OrganisationScore>().Where(s => s.SnapshotId == published).ExecuteUpdateAsync(s => s.SetProperty(x => x.IndexScore, 99.9)),
            default);

        var answer = await ground.RecomputeAsync(published);

        answer.IsSame.ShouldBeFalse();
        answer.ResultsEqual.ShouldBeTrue();
        answer.Differences.ShouldBe(["P1"]);
    }

    [Fact]
    public async Task Writes_each_step_into_the_journal()
    {
        using var ground = await SmallAsync(DatabaseKind.Sqlite);
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));

        var actions = await ground.Database.UnitOfWork.ReadAsync(
            ground.Committee.TenantId, db => db.Set<JournalEntry>().Select(j => j.Action).ToListAsync(), default);

        new[] { "scheme.imported", "scheme.published", "assessment.previewed", "assessment.published" }.Except(actions).ShouldBeEmpty();
    }

    // 甲局: P1 80 %, P2 100 %, business 90 %.
    private static async Task<AssessmentGround> SmallAsync(DatabaseKind kind)
    {
        var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(8, 10)), (c.First, "P2", Rate(10, 10)), (c.FirstOrgan, "B1", Rate(9, 10)));
        return ground;
    }
}
