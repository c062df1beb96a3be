using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>撤回 with the reason, or 恢复 of one that was withdrawn too early. Its record stays; one that a fusion point in work was made from is not withdrawn.</summary>
public sealed class WithdrawMeasure(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="To">The state it is to have.</param>
    public sealed record Input(Guid Id, int Version, MeasureState To, string Reason);

    /// <summary>Answers the offer to take it back.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeMeasureAsync<Guid?>(actor, input.Id, input.Version, (db, measure) => SaveAsync(db, actor, measure, input, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, PartyMeasure measure, Input input, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(input.To) || input.To == measure.State)
        {
            return new Refusal("measure.state", "", $"没有保存。这项举措已经是“{MeasureText.Of(measure.State)}”。");
        }

        var refusals = new List<Refusal>();
        FusionText.Needed(refusals, nameof(input.Reason), "原因", input.Reason, PartyMeasure.ReasonLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid?>.Refused(refusals);
        }

        var (before, now, isBack) = (MeasureBefore.Of(measure), clock.GetUtcNow().UtcDateTime, input.To == MeasureState.Active);
        if (isBack)
        {
            measure.Resume();
        }
        else if (await db.TiedAsync([measure.Id], cancellation) is { } tied)
        {
            return tied;
        }
        else
        {
            measure.Withdraw(input.Reason);
        }

        Guid? undo = await db.OfferUndoAsync(actor, RestoreMeasures.KindName, $"{(isBack ? "恢复" : "撤回")}党建举措 {measure.Name}", new[] { before }, now, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, now, isBack ? "measure.resumed" : "measure.withdrawn", nameof(PartyMeasure), measure.Id, input.Reason), cancellation);
        return undo;
    }
}
