using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>另起一版：a draft that begins as the newest published version is. One draft of a list is open at a time.</summary>
public sealed class DraftListVersion(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid publishedId, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => DraftAsync(db, actor, publishedId, cancellation), cancellation);

    private async Task<Outcome<Guid>> DraftAsync(YipanqiDb db, Actor actor, Guid publishedId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        var from = await db.Set<ListVersion>().SingleOrDefaultAsync(v => v.Id == publishedId && v.State == ListState.Published, cancellation);
        if (from is null)
        {
            return new Refusal("list.unpublished", "", "只能从已发布的清单另起一版。");
        }

        var last = await db.Set<ListVersion>().Where(v => v.ListId == from.ListId).OrderByDescending(v => v.Number).FirstAsync(cancellation);
        if (last.State != ListState.Published)
        {
            return new Refusal("list.open", "", $"这份清单的第 {last.Number} 版还没有发布，请接着改那一版，或先删除它。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var list = await db.Set<ResponsibilityList>().SingleAsync(l => l.Id == from.ListId, cancellation);
        var draft = ListVersion.Draft(list, last.Number + 1, actor.PersonId, now);
        db.Add(draft);
        db.AddRange((await db.DutiesAsync(last.Id, cancellation)).Select((d, i) => Duty.Of(draft, i + 1, d.Facts)));
        var detail = JsonSerializer.Serialize(new { list = list.Code, draft.Number, from = last.Id });
        await db.SaveAsync(new Change(actor.PersonId, now, "list.drafted", nameof(ListVersion), draft.Id, "", detail), cancellation);
        return draft.Id;
    }
}
