using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Throws an open draft away, file and all.</summary>
public sealed class DiscardImport(UnitOfWork unitOfWork, ImportTargets targets, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid draftId, CancellationToken cancellation) => unitOfWork.WriteAsync<Guid>(
        actor.TenantId,
        async db =>
        {
            if (await db.FindDraftAsync(targets, actor, draftId, cancellation) is not ({ IsOpen: true } draft, _))
            {
                return DraftAccess.Absent;
            }

            db.Remove(draft);
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "import.discarded", nameof(ImportDraft), draft.Id), cancellation);
            return draft.Id;
        },
        cancellation);
}
