using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Deletes a draft; with its first version the list goes too. What was published stays.</summary>
public sealed class DiscardList(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid versionId, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => DiscardAsync(db, actor, versionId, cancellation), cancellation);

    private async Task<Outcome<Guid>> DiscardAsync(YipanqiDb db, Actor actor, Guid versionId, CancellationToken cancellation)
    {
        var found = await db.FindDraftAsync(actor, versionId, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var draft = found.Value;
        var list = await db.Set<ResponsibilityList>().SingleAsync(l => l.Id == draft.ListId, cancellation);
        db.Remove(draft);
        if (draft.Number == 1)
        {
            db.Remove(list);
        }

        var detail = JsonSerializer.Serialize(new { list = list.Code, draft.Number });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "list.discarded", nameof(ListVersion), draft.Id, "", detail), cancellation);
        return draft.ListId;
    }
}
