using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>退回补办：the level above does not accept what was reported, and says why.</summary>
public sealed class ReturnObligation(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.DecideAsync(unitOfWork, actor, input.Id, input.Version, ObligationStep.Return, (db, obligation) => ReturnAsync(db, actor, obligation, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> ReturnAsync(YipanqiDb db, Actor actor, Obligation obligation, Input input, CancellationToken cancellation)
    {
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
