using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Drafts are private: found by the person who uploaded them and may still use their target, by nobody else.</summary>
internal static class DraftAccess
{
    public static readonly Refusal Absent = new("import.absent", "", "没有这份导入文件，可能已经丢弃或超过 7 天。请重新上传。");

    public static async Task<(ImportDraft Draft, IImportTarget Target)?> FindDraftAsync(
        this YipanqiDb db, ImportTargets targets, Actor actor, Guid id, CancellationToken cancellation)
    {
        var draft = await db.Set<ImportDraft>().SingleOrDefaultAsync(d => d.Id == id && d.PersonId == actor.PersonId, cancellation);
        return draft is not null && targets.Find(actor, draft.Target) is { } target ? (draft, target) : null;
    }

    public static Task<RememberedMapping?> FindRememberedAsync(this YipanqiDb db, string target, string headsKey, CancellationToken cancellation) =>
        db.Set<RememberedMapping>().SingleOrDefaultAsync(m => m.Target == target && m.HeadsKey == headsKey, cancellation);
}
