using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>
/// Imports a draft, all rows or none, in one transaction with one journal entry. The rows are checked once more inside it, since the
/// data may have changed after the preview. A draft that was imported already is not imported again.
/// </summary>
public sealed class CommitImport(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables, TimeProvider clock)
{
    /// <summary>A file with more rows than this is imported in the background, so that nobody waits at the page.</summary>
    public const int LongFrom = 2_000;

    private const int Steps = 3;

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Guid draftId, CancellationToken cancellation, IProgress<WorkStep>? progress = null)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, draftId, progress, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("import.raced", "", "没有导入。刚才有人改了同样的数据，请核对后再导入。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Guid draftId, IProgress<WorkStep>? progress, CancellationToken cancellation)
    {
        if (await db.FindDraftAsync(targets, actor, draftId, cancellation) is not var (draft, target))
        {
            return DraftAccess.Absent;
        }

        if (!draft.IsOpen)
        {
            return draft.Id;
        }

        progress?.Report(new("核对", 0, Steps));
        var read = await CheckedDraft.OfAsync(db, tables, actor, draft, target, cancellation);
        if (!read.IsDone)
        {
            return Outcome<Guid>.Refused(read.Refusals);
        }

        if (read.Value.Preview.Faulty > 0)
        {
            return new Refusal("import.faults", "", $"没有导入。还有 {read.Value.Preview.Faulty} 行有误，改好后再导入。");
        }

        progress?.Report(new("写入", 1, Steps));
        var now = clock.GetUtcNow().UtcDateTime;
        var result = await target.CommitAsync(db, actor, read.Value.Rows, ImportParameters.FromJson(draft.Parameters), cancellation);
        progress?.Report(new("保存", 2, Steps));
        draft.Commit(result, now);
        await db.SaveAsync(new Change(actor.PersonId, now, target.Journal.Action, target.Journal.SubjectType, null, "", DetailOf(draft, result)), cancellation);
        return draft.Id;
    }

    private static string DetailOf(ImportDraft draft, ImportResult result)
    {
        var keys = string.Join('\n', result.Keys.Order(StringComparer.Ordinal));
        return JsonSerializer.Serialize(new
        {
            draft = draft.Id,
            file_sha256 = draft.Sha256,
            added = result.Added,
            updated = result.Updated,
            unchanged = result.Unchanged,
            keys = result.Keys.Count,
            keys_sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys))),
        });
    }
}
