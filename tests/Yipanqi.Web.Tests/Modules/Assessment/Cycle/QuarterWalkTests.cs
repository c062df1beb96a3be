using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

/// <summary>The whole quarter as five people walk it, use case by use case.</summary>
public sealed class QuarterWalkTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Goes_from_opening_to_a_correction_by_five_roles(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);

        await CollectAsync(walk);
        await PreviewAsync(walk);
        await ObjectAsync(walk);
        var published = await PublishAsync(walk);
        await CorrectAsync(walk, published);
    }

    private static async Task CollectAsync(CycleGround walk)
    {
        (await walk.EnterAsync(walk.Office, "18/20")).Refusals.Single().Code.ShouldBe("manual.absent");
        (await walk.OpenAsync(walk.Office)).Refusals.Single().Code.ShouldBe("cycle.scope");
        (await walk.OpenAsync(walk.Officer)).IsDone.ShouldBeTrue();
        (await walk.EnterAsync(walk.Office, "18/20")).IsDone.ShouldBeTrue();
        (await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "90%"))).Value.ShouldBe(1);
        (await walk.SignAsync(walk.Supplier)).IsDone.ShouldBeTrue();
        (await walk.ReviewAsync(walk.Officer, "16/20", "两次会议没有记录。")).IsDone.ShouldBeTrue();
        var bonus = await walk.AdjustAsync(walk.Officer, AdjustmentKind.Bonus, "1.5");
        (await walk.ConfirmAsync(walk.Lead, bonus.Value)).IsDone.ShouldBeTrue();
    }

    private static async Task PreviewAsync(CycleGround walk)
    {
        (await walk.MoveAsync(walk.Officer, QuarterState.Previewing)).IsDone.ShouldBeTrue();
        (await walk.EnterAsync(walk.Office, "20/20")).Refusals.Single().Code.ShouldBe("figure.closed");
        (await walk.RunAsync(walk.Officer)).IsDone.ShouldBeTrue();

        (await walk.CardAsync(walk.Office, preview: true)).ShouldBeNull();
        var card = await walk.CardAsync(walk.Officer, preview: true);
        card!.Head.Party!.Value.ShouldBe(80, 1e-9);
        card.Head.Business!.Value.ShouldBe(90, 1e-9);
        card.Head.Index!.Value.ShouldBe(86.5, 1e-9);
        card.Adjustments!.Before!.Value.ShouldBe(85, 1e-9);
    }

    private static async Task ObjectAsync(CycleGround walk)
    {
        (await walk.ObjectAsync(walk.PartyGroup)).Refusals.Single().Code.ShouldBe("objection.early");
        (await walk.MoveAsync(walk.Officer, QuarterState.Objecting)).IsDone.ShouldBeTrue();
        (await walk.CardAsync(walk.Office, preview: true))!.Head.Index!.Value.ShouldBe(86.5, 1e-9);
        (await walk.CardAsync(walk.Neighbour, preview: true)).ShouldBeNull();
        (await walk.ObjectAsync(walk.PartyGroup)).IsDone.ShouldBeTrue();
        (await walk.ObjectionsAsync(walk.Neighbour)).Lines.ShouldBeEmpty();
        (await walk.ObjectionsAsync(walk.Neighbour)).Counts.Single(c => c.Subject == ObjectionSubject.Item).Filed.ShouldBe(1);
    }

    private static async Task<Guid> PublishAsync(CycleGround walk)
    {
        var first = (await walk.RunAsync(walk.Officer)).Value;
        (await walk.PublishAsync(walk.Lead, first)).Refusals.Single().Code.ShouldBe("cycle.objections-running");
        walk.Clock.Advance(TimeSpan.FromDays(6));
        (await walk.PublishAsync(walk.Lead, first)).Refusals.Single().Code.ShouldBe("publish.objections");

        var objection = (await walk.ObjectionsAsync(walk.Officer)).Lines.Single();
        (await walk.AnswerAsync(walk.Officer, objection.Id, accept: true, "19/20")).IsDone.ShouldBeTrue();
        (await walk.ObjectionsAsync(walk.PartyGroup)).Lines.Single().IndexAfter.ShouldBeNull();
        (await walk.PublishAsync(walk.Lead, first)).Refusals.Single().Code.ShouldBe("publish.changed");
        walk.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await walk.RunAsync(walk.Officer)).Value;
        var answered = (await walk.ObjectionsAsync(walk.PartyGroup)).Lines.Single();
        (answered.IndexBefore!.Value, answered.IndexAfter!.Value).ShouldSatisfyAllConditions(v => v.Item1.ShouldBe(86.5, 1e-9), v => v.Item2.ShouldBe(90.25, 1e-9));

        (await walk.PublishAsync(walk.Officer, second)).Refusals.Single().Code.ShouldBe("publish.scope");
        (await walk.PublishAsync(walk.Lead, second)).IsDone.ShouldBeTrue();
        (await walk.ObjectAsync(walk.PartyGroup)).Refusals.Single().Message.ShouldBe("2026年第三季度的申诉期已于10月17日截止，不再受理。");
        return second;
    }

    private static async Task CorrectAsync(CycleGround walk, Guid published)
    {
        (await walk.RunAsync(walk.Officer)).Refusals.Single().Code.ShouldBe("run.published");
        (await walk.MoveAsync(walk.Officer, QuarterState.Correcting)).Refusals.Single().Code.ShouldBe("cycle.reason");
        (await walk.MoveAsync(walk.Officer, QuarterState.Correcting, "业务数据误填。")).IsDone.ShouldBeTrue();
        await walk.Ground.ReportAsync(Q3, (walk.Committee.FirstOrgan, "B1", Rate(8, 10)));
        var corrected = (await walk.RunAsync(walk.Officer)).Value;
        (await walk.PublishAsync(walk.Lead, corrected, "业务数据误填，据原始台账更正。")).IsDone.ShouldBeTrue();

        var all = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<AssessmentSnapshot>().OrderBy(s => s.Number).ToListAsync(), default);
        all.Select(s => (s.Id, s.Status, s.ReplacesId)).ShouldBe([(published, SnapshotStatus.Superseded, null), (corrected, SnapshotStatus.Published, published)]);
        (await walk.Ground.RecomputeAsync(published)).IsSame.ShouldBeTrue();
        (await walk.Ground.RecomputeAsync(corrected)).IsSame.ShouldBeTrue();
        var steps = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<QuarterStep>().OrderBy(s => s.Number).Select(s => s.To).ToListAsync(), default);
        steps.ShouldBe([QuarterState.Collecting, QuarterState.Previewing, QuarterState.Objecting, QuarterState.Published, QuarterState.Correcting, QuarterState.Published]);
    }
}
