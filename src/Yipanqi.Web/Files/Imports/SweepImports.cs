using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>After seven days deletes drafts that were not imported, and of those that were the file; their result stays.</summary>
public sealed class SweepImports(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>How many drafts were deleted or emptied.</summary>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellation)
    {
        var outcome = await unitOfWork.WriteAsync<int>(tenantId, db => SweepAsync(db, cancellation), cancellation);
        return outcome.Value;
    }

    private async Task<Outcome<int>> SweepAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-ImportDraft.KeptDays);
        byte[] empty = [];
        var old = db.Set<ImportDraft>().Where(d => d.CreatedUtc < before);
        var deleted = await old.Where(d => d.CommittedUtc == null).ExecuteDeleteAsync(cancellation);
        var emptied = await old.Where(d => d.CommittedUtc != null && d.Content != empty)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, empty), cancellation);
        if (deleted + emptied > 0)
        {
            var detail = JsonSerializer.Serialize(new { deleted, emptied });
            await db.SaveAsync(new Change(null, now, "import.swept", nameof(ImportDraft), null, "", detail), cancellation);
        }

        return deleted + emptied;
    }
}
