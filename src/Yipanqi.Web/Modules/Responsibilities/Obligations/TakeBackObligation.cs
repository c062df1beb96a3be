using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>撤回：what was reported as done is taken back before the level above has decided.</summary>
public sealed class TakeBackObligation(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => TakeBackAsync(db, actor, id, cancellation), cancellation);

    private async Task<Outcome<Guid>> TakeBackAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var obligation = await db.Mine(actor, ChinaTime.DayOf(now)).SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (obligation is null)
        {
            return ObligationAccess.Absent;
        }

        if (!obligation.May(ObligationStep.TakeBack))
        {
            return ObligationAccess.Moved;
        }

        obligation.TakeBack();
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.taken-back", nameof(Obligation), id), cancellation);
        return id;
    }
}
