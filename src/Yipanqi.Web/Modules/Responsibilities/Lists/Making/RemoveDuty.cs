using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Takes a duty out of a draft. Published versions keep theirs, and obligations that were generated stay.</summary>
public sealed class RemoveDuty(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid versionId, string code, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => RemoveAsync(db, actor, versionId, code, cancellation), cancellation);

    private async Task<Outcome<Guid>> RemoveAsync(YipanqiDb db, Actor actor, Guid versionId, string code, CancellationToken cancellation)
    {
        var found = await db.FindDraftAsync(actor, versionId, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var duty = await db.Set<Duty>().SingleOrDefaultAsync(d => d.ListVersionId == versionId && d.Code == code, cancellation);
        if (duty is null)
        {
            return ListAccess.Absent;
        }

        db.Remove(duty);
        found.Value.WrittenBy(actor.PersonId);
        var detail = JsonSerializer.Serialize(new { removed = code });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "list.edited", nameof(ListVersion), versionId, "", detail), cancellation);
        return versionId;
    }
}
