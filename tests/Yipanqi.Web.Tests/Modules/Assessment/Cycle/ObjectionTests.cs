using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class ObjectionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_filed_and_seen_for_the_own_organisation_only(DatabaseKind kind)
    {
        using var walk = await ObjectingAsync(kind);
        var filed = await walk.ObjectAsync(walk.PartyGroup);

        var outside = await walk.ObjectAsync(walk.Neighbour);
        var withoutPermission = await walk.ObjectAsync(walk.Supplier);
        var query = new ObjectionsQuery(walk.UnitOfWork, walk.Clock);

        outside.Refusals.Single().Code.ShouldBe("objection.unit");
        withoutPermission.Refusals.Single().Code.ShouldBe("objection.unit");
        (await query.OneAsync(walk.Neighbour, filed.Value, default)).ShouldBeNull();
        (await query.OneAsync(walk.Office, filed.Value, default))!.Value.Line.ShouldSatisfyAllConditions(l => l.CanAnswer.ShouldBeFalse(), l => l.CanWithdraw.ShouldBeTrue());
        (await query.OneAsync(walk.Officer, filed.Value, default))!.Value.Line.CanAnswer.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task To_an_adjustment_take_it_back_when_accepted(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        var deduction = await walk.AdjustAsync(walk.Officer, AdjustmentKind.Deduction, "2");
        await walk.ConfirmAsync(walk.Lead, deduction.Value);
        await ObjectingAsync(walk);

        var filed = await walk.ObjectAsync(walk.PartyGroup, ObjectionSubject.Adjustment, deduction.Value.ToString());
        (await walk.AnswerAsync(walk.Officer, filed.Value, accept: true)).Refusals.ShouldBeEmpty();
        walk.Clock.Advance(TimeSpan.FromMinutes(1));
        await walk.RunAsync(walk.Officer);

        var line = (await walk.ObjectionsAsync(walk.PartyGroup)).Lines.Single();
        (line.IndexAfter - line.IndexBefore)!.Value.ShouldBe(2, 1e-9);
        (await walk.CardAsync(walk.Officer, preview: true))!.Adjustments.ShouldBeNull();
    }

    [Fact]
    public async Task To_a_level_are_accepted_by_correcting_a_figure_never_the_level()
    {
        using var walk = await ObjectingAsync(DatabaseKind.Sqlite);
        var filed = await walk.ObjectAsync(walk.PartyGroup, ObjectionSubject.Level, "");

        (await walk.AnswerAsync(walk.Officer, filed.Value, accept: true)).Refusals.Single().Code.ShouldBe("objection.item");
        (await walk.AnswerAsync(walk.Officer, filed.Value, accept: true, "10/10", "P1")).IsDone.ShouldBeTrue();
        (await walk.AnswerAsync(walk.Officer, filed.Value, accept: false)).Refusals.Single().Code.ShouldBe("objection.done");
    }

    [Fact]
    public async Task Are_refused_when_late_incomplete_or_answered_by_their_filer()
    {
        using var walk = await ObjectingAsync(DatabaseKind.Sqlite);
        var filed = await walk.ObjectAsync(walk.PartyGroup);

        var unknown = await walk.ObjectAsync(walk.PartyGroup, of: "X9");
        var nothing = await walk.ObjectAsync(walk.PartyGroup, subject: null);
        var own = await walk.AnswerAsync(walk.Officer with { PersonId = walk.PartyGroup.PersonId }, filed.Value, accept: false);
        walk.Clock.Advance(TimeSpan.FromDays(6));
        var late = await walk.ObjectAsync(walk.PartyGroup);

        unknown.Refusals.Single().Code.ShouldBe("objection.of");
        nothing.Refusals.Single().Code.ShouldBe("objection.subject");
        own.Refusals.Single().Code.ShouldBe("objection.own");
        late.Refusals.Single().Message.ShouldBe("2026年第三季度的申诉期已于10月17日截止，不再受理。");
    }

    [Fact]
    public async Task Do_not_hold_up_publication_once_withdrawn()
    {
        using var walk = await ObjectingAsync(DatabaseKind.Sqlite);
        var filed = await walk.ObjectAsync(walk.PartyGroup);

        var byOther = await new WithdrawObjection(walk.UnitOfWork, walk.Clock).RunAsync(walk.Neighbour, filed.Value, default);
        await new WithdrawObjection(walk.UnitOfWork, walk.Clock).RunAsync(walk.PartyGroup, filed.Value, default);
        walk.Clock.Advance(TimeSpan.FromDays(6));

        byOther.Refusals.Single().Code.ShouldBe("objection.absent");
        (await walk.PublishAsync(walk.Lead, (await walk.RunAsync(walk.Officer)).Value)).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_not_taken_before_there_is_a_preview_to_object_to(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);

        (await walk.MoveAsync(walk.Officer, QuarterState.Objecting)).Refusals.Single().Code.ShouldBe("cycle.preview");

        (await walk.RunAsync(walk.Officer)).Refusals.ShouldBeEmpty();
        (await walk.MoveAsync(walk.Officer, QuarterState.Objecting)).Refusals.ShouldBeEmpty();
    }

    private static async Task<CycleGround> ObjectingAsync(DatabaseKind kind)
    {
        var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        return await ObjectingAsync(walk);
    }

    private static async Task<CycleGround> ObjectingAsync(CycleGround walk)
    {
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        await walk.Ground.ReportAsync(Q3, (walk.Committee.First, "M1", Rate(9, 10)), (walk.Committee.First, "S1", Rate(9, 10)));
        (await walk.RunAsync(walk.Officer)).Refusals.ShouldBeEmpty();
        (await walk.MoveAsync(walk.Officer, QuarterState.Objecting)).Refusals.ShouldBeEmpty();
        return walk;
    }
}
