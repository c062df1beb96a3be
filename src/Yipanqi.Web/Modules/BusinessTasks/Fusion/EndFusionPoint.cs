using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>结束结合点: from this day on it no longer counts as live; its records stay.</summary>
public sealed class EndFusionPoint(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Day, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var point = await db.FindFusionPointAsync(actor, input.Id, cancellation);
        if (point is null)
        {
            return FusionAccess.Absent;
        }

        if (point.State == FusionState.Ended || point.Version != input.Version)
        {
            return point.State == FusionState.Ended ? FusionAccess.Ended : FusionAccess.Raced;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var day = FusionText.Day(refusals, nameof(input.Day), input.Day, point.FromDay, ChinaTime.DayOf(now));
        FusionText.Needed(refusals, nameof(input.Reason), "结束的原因", input.Reason, FusionPoint.ReasonLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        point.End(day, input.Reason);
        await db.SaveAsync(new Change(actor.PersonId, now, "fusion.ended", nameof(FusionPoint), point.Id, input.Reason), cancellation);
        return point.Id;
    }
}
