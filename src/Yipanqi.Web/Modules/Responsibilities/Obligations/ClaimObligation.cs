using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>领受：the holder takes the duty up.</summary>
public sealed class ClaimObligation(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => ClaimAsync(db, actor, id, cancellation), cancellation);

    private async Task<Outcome<Guid>> ClaimAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var obligation = await db.Mine(actor, ChinaTime.DayOf(now)).SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (obligation is null)
        {
            return ObligationAccess.Absent;
        }

        if (!obligation.May(ObligationStep.Claim))
        {
            return ObligationAccess.Moved;
        }

        obligation.Claim();
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.claimed", nameof(Obligation), id), cancellation);
        return id;
    }
}
