using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>退回补办：the level above does not accept what was reported, and says why.</summary>
public sealed class ReturnObligation(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => ReturnAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> ReturnAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var obligation = await db.Below(actor).SingleOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (obligation is null)
        {
            return ObligationAccess.Absent;
        }

        if (obligation.Version != input.Version || !obligation.May(ObligationStep.Return))
        {
            return ObligationAccess.Moved;
        }

        if (obligation.IsOwn(actor))
        {
            return ObligationAccess.Own;
        }

        var reason = input.Reason.Trim();
        if (reason.Length is 0 or > Obligation.TextLength)
        {
            return new Refusal("obligation.reason", nameof(input.Reason), $"退回须写明缺什么、怎么补，最多 {Obligation.TextLength} 字。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        obligation.Return(reason, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.returned", nameof(Obligation), obligation.Id, reason), cancellation);
        return obligation.Id;
    }
}
