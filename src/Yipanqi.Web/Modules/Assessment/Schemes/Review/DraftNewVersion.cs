using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>另起一版：a draft that begins as a published version is. One version of a scheme is open at a time.</summary>
public sealed class DraftNewVersion(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid publishedId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => DraftAsync(db, actor, publishedId, cancellation), cancellation);

    private async Task<Outcome<Guid>> DraftAsync(YipanqiDb db, Actor actor, Guid publishedId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return DraftAccess.Denied;
        }

        var from = await db.Set<Scheme>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == publishedId && s.Status == SchemeStatus.Published, cancellation);
        if (from is null)
        {
            return new Refusal("scheme.unpublished", "", "只能从已发布的方案另起一版。");
        }

        var last = await db.Set<Scheme>().Where(s => s.Code == from.Code).OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Status }).FirstAsync(cancellation);
        if (last.Status != SchemeStatus.Published)
        {
            return new Refusal("scheme.open", "", $"这个方案的第 {last.Number} 版还没有发布，请接着改那一版，或先删除它。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var draft = Scheme.Draft(db.TenantId, from.Read(), last.Number + 1, actor.PersonId, now);
        db.Add(draft);
        var detail = JsonSerializer.Serialize(new { draft.Code, draft.Number, from = from.Id });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.drafted", nameof(Scheme), draft.Id, "", detail), cancellation);
        return draft.Id;
    }
}
