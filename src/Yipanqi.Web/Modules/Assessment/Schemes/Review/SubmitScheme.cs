using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>送审：a draft goes to another person's review. Until it comes back nobody changes it.</summary>
public sealed class SubmitScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid schemeId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SubmitAsync(db, actor, schemeId, cancellation), cancellation);

    private async Task<Outcome<Guid>> SubmitAsync(YipanqiDb db, Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        var found = await DraftAccess.FindAsync(db, actor, schemeId, null, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var scheme = found.Value;
        if (SubmissionCheck.Of(scheme.Read()) is { Count: > 0 } refusals)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (await SubmissionCheck.SameAsync(db, scheme, cancellation) is { } same)
        {
            return same;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        scheme.Submit(actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.submitted", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return scheme.Id;
    }
}
