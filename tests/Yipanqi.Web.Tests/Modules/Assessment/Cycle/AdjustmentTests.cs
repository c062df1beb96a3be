using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class AdjustmentTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ask_for_their_permissions_and_a_second_person(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        var c = walk.Committee;
        var ofSecond = c.ActorAt(PostRole.WorkCommitteeOfficer, c.Second) with { PersonId = Guid.NewGuid() };
        var entered = await walk.AdjustAsync(walk.Lead, AdjustmentKind.Bonus, "1.5");

        var outside = await walk.AdjustAsync(ofSecond, AdjustmentKind.Bonus, "1");
        var notAssessed = await walk.AdjustAsync(walk.Lead, AdjustmentKind.Bonus, "1", "P1B1");
        var own = await walk.ConfirmAsync(walk.Lead, entered.Value);
        var without = await walk.ConfirmAsync(walk.Officer, entered.Value);
        var seen = await new AdjustmentsQuery(walk.UnitOfWork).FindAsync(ofSecond, Q3, false, 1, default);

        outside.Refusals.Single().Code.ShouldBe("pick.absent");
        notAssessed.Refusals.Single().Code.ShouldBe("adjustment.unit");
        own.Refusals.Single().Code.ShouldBe("adjustment.own");
        without.Refusals.Single().Code.ShouldBe("adjustment.absent");
        seen.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AdjustmentKind.Bonus, "", "Points")]
    [InlineData(AdjustmentKind.Bonus, "0", "Points")]
    [InlineData(AdjustmentKind.Deduction, "1.234", "Points")]
    [InlineData(AdjustmentKind.Deduction, "-1", "Points")]
    [InlineData(AdjustmentKind.Veto, "5", "Points")]
    [InlineData(null, "5", "Kind")]
    public async Task Are_refused_with_points_that_do_not_fit(AdjustmentKind? kind, string points, string field)
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);

        (await walk.AdjustAsync(walk.Officer, kind, points)).Refusals.Single().Field.ShouldBe(field);
        (await walk.AdjustAsync(walk.Officer, AdjustmentKind.Bonus, "1", document: " ")).Refusals.Single().Field.ShouldBe("Document");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Count_after_scoring_up_to_the_cap_and_recompute_to_the_same_bytes(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.First, "M1", Rate(9, 10)), (walk.Committee.First, "S1", Rate(9, 10)));
        var plain = await HashesAsync(walk);
        await PutAsync(walk, AdjustmentKind.Bonus, "4");
        await PutAsync(walk, AdjustmentKind.Bonus, "3");
        await PutAsync(walk, AdjustmentKind.Deduction, "0.5");
        await walk.AdjustAsync(walk.Officer, AdjustmentKind.Deduction, "9");

        var (snapshot, with) = await HashesAsync(walk);
        var card = await walk.CardAsync(walk.Officer, preview: true);

        card!.Adjustments!.ShouldSatisfyAllConditions(
            a => a.Points.ShouldBe(4.5), a => a.IsCapped.ShouldBeTrue(), a => a.Lines.Count.ShouldBe(3), a => (a.After - a.Before)!.Value.ShouldBe(4.5, 1e-9));
        card.Head.Index.ShouldBe(card.Adjustments!.After);
        with.ShouldNotBe(plain.Hash);
        (await walk.Ground.RecomputeAsync(snapshot)).IsSame.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_veto_makes_red_with_its_document_and_leaves_the_figures(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.First, "M1", Rate(9, 10)), (walk.Committee.First, "S1", Rate(9, 10)));
        await PutAsync(walk, AdjustmentKind.Veto, "");
        await walk.RunAsync(walk.Officer);

        var card = await walk.CardAsync(walk.Officer, preview: true);

        card!.Head.Level.ShouldBe(WarningLevel.Red);
        card.Head.Reasons[0].ShouldBe("有一票否决事项，定为红色。依据见加减分。");
        card.Head.Index!.Value.ShouldBe(87.5, 1e-9);
        card.Adjustments!.Lines.Single().Document.ShouldBe("示工〔2026〕7号");
    }

    [Fact]
    public async Task Are_withdrawn_until_publication_and_not_after()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        var (first, second) = (await PutAsync(walk, AdjustmentKind.Bonus, "1"), await PutAsync(walk, AdjustmentKind.Bonus, "2"));
        var withdraw = new WithdrawAdjustment(walk.UnitOfWork, walk.Clock);

        var without = await withdraw.RunAsync(walk.Officer, new(first, " "), default);
        var done = await withdraw.RunAsync(walk.Officer, new(first, "文件已废止。"), default);
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        await walk.PublishAsync(walk.Lead, (await walk.RunAsync(walk.Officer)).Value);
        var late = await withdraw.RunAsync(walk.Officer, new(second, "再看看。"), default);

        without.Refusals.Single().Code.ShouldBe("adjustment.reason");
        done.IsDone.ShouldBeTrue();
        late.Refusals.Single().Code.ShouldBe("adjustment.published");
    }

    private static async Task<Guid> PutAsync(CycleGround walk, AdjustmentKind kind, string points)
    {
        var entered = await walk.AdjustAsync(walk.Officer, kind, points);
        (await walk.ConfirmAsync(walk.Lead, entered.Value)).Refusals.ShouldBeEmpty();
        return entered.Value;
    }

    private static async Task<(Guid Id, string Hash)> HashesAsync(CycleGround walk)
    {
        var id = (await walk.RunAsync(walk.Officer)).Value;
        return (id, await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<AssessmentSnapshot>().Where(s => s.Id == id).Select(s => s.InputHash).SingleAsync(), default));
    }
}
