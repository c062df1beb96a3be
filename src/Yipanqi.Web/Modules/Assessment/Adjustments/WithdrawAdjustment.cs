using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Withdraws an adjustment with a reason, until the quarter is published.</summary>
public sealed class WithdrawAdjustment(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int MostReason = 500;

    public sealed record Input(Guid Id, string Reason);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            var reason = input.Reason.Trim();
            var (adjustment, refusal) = await db.FindAdjustmentAsync(actor, Permission.EnterAdjustments, input.Id, cancellation);
            if (adjustment is null)
            {
                return refusal!;
            }

            if (adjustment.State == AdjustmentState.Withdrawn)
            {
                return new Refusal("adjustment.state", "", "这一条已经撤回。");
            }

            if (reason.Length is 0 or > MostReason)
            {
                return new Refusal("adjustment.reason", nameof(input.Reason), $"请写明撤回理由，{MostReason} 字以内。");
            }

            var now = clock.GetUtcNow().UtcDateTime;
            adjustment.Withdraw(actor.PersonId, now, reason);
            db.AddRange(PreviewMark.Of(db.TenantId, Quarter.FromKey(adjustment.QuarterKey), [adjustment.UnitId]));
            await db.SaveAsync(new Change(actor.PersonId, now, "adjustment.withdrawn", nameof(Adjustment), input.Id, reason), cancellation);
            return true;
        },
        cancellation);
}
