using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Throws a draft away; an issued bulletin stays.</summary>
public sealed class DiscardBulletin(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<bool>> RunAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            if (await db.DraftOfAsync(actor, Permission.RunAssessment, id, cancellation) is not { } bulletin)
            {
                return BulletinAccess.Absent;
            }

            db.Remove(bulletin);
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "bulletin.discarded", nameof(Bulletin), id), cancellation);
            return true;
        },
        cancellation);
}
