using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Deletes a draft with its steps. What was published stays as it is.</summary>
public sealed class DiscardDraft(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid schemeId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => DiscardAsync(db, actor, schemeId, cancellation), cancellation);

    private async Task<Outcome<Guid>> DiscardAsync(YipanqiDb db, Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        var found = await DraftAccess.FindAsync(db, actor, schemeId, null, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var scheme = found.Value;
        db.Remove(scheme);
        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "scheme.discarded", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return scheme.Id;
    }
}
