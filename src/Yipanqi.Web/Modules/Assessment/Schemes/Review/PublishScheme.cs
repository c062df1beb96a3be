using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Publishes a reviewed version. From then on it is frozen. The default scheme taken as it ships needs no review: its source reviewed it.
/// </summary>
public sealed class PublishScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid schemeId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => PublishAsync(db, actor, schemeId, cancellation), cancellation);

    private async Task<Outcome<Guid>> PublishAsync(YipanqiDb db, Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return DraftAccess.Denied;
        }

        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == schemeId, cancellation);
        if (scheme is null || scheme.Status == SchemeStatus.Published)
        {
            return new Refusal("scheme.published", "", "没有这份草稿，或它已经发布。");
        }

        if (SubmissionCheck.Of(scheme.Read()) is { Count: > 0 } refusals)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (scheme.Status != SchemeStatus.Reviewed && !(scheme.IsAsShipped && scheme.Status == SchemeStatus.Draft))
        {
            return new Refusal("scheme.unreviewed", "", "发布前须由起草人以外的同志审核。请先送审。");
        }

        if (await SubmissionCheck.SameAsync(db, scheme, cancellation) is { } same)
        {
            return same;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        scheme.Publish(actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.published", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return scheme.Id;
    }
}
