using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The third step: what would become of each row.</summary>
public sealed class CheckQuery(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables)
{
    /// <param name="Checked">Refused where the columns are not mapped yet.</param>
    public sealed record View(DraftSummary Draft, Outcome<CheckedDraft> Checked);

    /// <summary>Null where the draft is not there, not this person's or imported already.</summary>
    public Task<View?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await db.FindDraftAsync(targets, actor, id, cancellation) is ({ IsOpen: true } draft, var target)
            ? new View(DraftSummary.Of(draft, target), await CheckedDraft.OfAsync(db, tables, actor, draft, target, cancellation))
            : null,
        cancellation);
}
