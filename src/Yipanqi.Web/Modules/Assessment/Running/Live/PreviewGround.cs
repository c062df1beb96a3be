using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a preview stands on beside the figures. Where that moved, no mark says what is reached, and a full run is made.</summary>
internal static class PreviewGround
{
    // Every change of units, their links and groups is journaled under such an action.
    private const string UnitActions = "unit.";
    private const string AfterUnitActions = "unit/";

    // An entry has the time at which its transaction began; the run may have read before that transaction ended.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Whether units changed since the run, or the quarter before was published or corrected.</summary>
    public static async Task<bool> HasMovedAsync(YipanqiDb db, AssessmentSnapshot preview, CancellationToken cancellation)
    {
        var since = preview.CreatedUtc - Longest;
        var changes = db.Set<JournalEntry>().Where(
            j => string.Compare(j.Action, UnitActions) >= 0 && string.Compare(j.Action, AfterUnitActions) < 0 && j.AtUtc >= since);
        if (await changes.AnyAsync(cancellation))
        {
            return true;
        }

        var code = await db.Set<Scheme>().Where(s => s.Id == preview.SchemeId).Select(s => s.Code).SingleAsync(cancellation);
        return await PreviousRun.IdAsync(db, code, preview.Quarter, cancellation) != RunParameters.Read(preview.Parameters).PreviousSnapshotId;
    }

    /// <summary>Quarters whose preview is to be brought up to date: figures changed, or what it stands on did.</summary>
    public static async Task<IReadOnlyList<Quarter>> DueAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var due = await db.Set<PreviewMark>().Select(m => m.QuarterKey).Distinct().ToListAsync(cancellation);
        var previews = await db.Set<AssessmentSnapshot>().AsNoTracking().Where(s => s.Status == SnapshotStatus.Preview).ToListAsync(cancellation);
        foreach (var preview in previews.Where(p => !due.Contains(p.QuarterKey)).ToList())
        {
            if (await HasMovedAsync(db, preview, cancellation))
            {
                due.Add(preview.QuarterKey);
            }
        }

        return due.ConvertAll(Quarter.FromKey);
    }
}
