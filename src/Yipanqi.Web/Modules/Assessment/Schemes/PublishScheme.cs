using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Publishes a draft. From then on it is frozen; a scheme that scores traces instead of results is refused with the clause.</summary>
public sealed class PublishScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid schemeId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => PublishAsync(db, actor, schemeId, cancellation), cancellation);

    private async Task<Outcome<Guid>> PublishAsync(YipanqiDb db, Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return new Refusal("scheme.denied", "", "您的职务不能管理考评方案。");
        }

        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == schemeId, cancellation);
        if (scheme is null || scheme.Status != SchemeStatus.Draft)
        {
            return new Refusal("scheme.published", "", "没有这份草稿，或它已经发布。");
        }

        var definition = scheme.Read();
        var refusals = SchemeCheck.Check(definition).Concat(IndicatorLint.Check(definition)).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        scheme.Publish(actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.published", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return scheme.Id;
    }
}
