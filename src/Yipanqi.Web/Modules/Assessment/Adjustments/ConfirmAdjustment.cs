using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A second person, who may publish, confirms an adjustment. From then on runs take it in.</summary>
public sealed class ConfirmAdjustment(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            var (adjustment, refusal) = await db.FindAdjustmentAsync(actor, Permission.PublishAssessment, id, cancellation);
            if (adjustment is null)
            {
                return refusal!;
            }

            if (adjustment.State != AdjustmentState.Entered)
            {
                return new Refusal("adjustment.state", "", "这一条已经确认或撤回。请刷新后再看。");
            }

            if (adjustment.EnteredBy == actor.PersonId)
            {
                return new Refusal("adjustment.own", "", "这一条是您登记的，请由另一位同志确认。");
            }

            var now = clock.GetUtcNow().UtcDateTime;
            adjustment.Confirm(actor.PersonId, now);
            db.AddRange(PreviewMark.Of(db.TenantId, Quarter.FromKey(adjustment.QuarterKey), [adjustment.UnitId]));
            await db.SaveAsync(new Change(actor.PersonId, now, "adjustment.confirmed", nameof(Adjustment), id), cancellation);
            return true;
        },
        cancellation);
}
