using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The published quarter right before, scored by the same scheme in any version: what falls and moves are measured against.</summary>
internal sealed class PreviousRun(Guid? snapshotId, IReadOnlyDictionary<Guid, (double Index, int Rank, Guid? PeerGroupId)> lines)
{
    public Guid? SnapshotId => snapshotId;

    /// <summary>NaN where there was none.</summary>
    public double IndexOf(Guid unitId) => lines.TryGetValue(unitId, out var line) ? line.Index : double.NaN;

    /// <summary>Null where it was not ranked, or in another group.</summary>
    public int? RankOf(Guid unitId, Guid? peerGroupId) =>
        lines.TryGetValue(unitId, out var line) && line.Rank > 0 && line.PeerGroupId == peerGroupId ? line.Rank : null;

    /// <param name="units">Reads the lines of these units alone; null reads all.</param>
    public static async Task<PreviousRun> LoadAsync(
        YipanqiDb db, string schemeCode, Quarter quarter, CancellationToken cancellation, IReadOnlyList<Guid>? units = null)
    {
        var id = await IdAsync(db, schemeCode, quarter, cancellation);
        var lines = db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == id && s.IndexScore != null);
        var chosen = units is null ? lines : lines.Where(s => units.Contains(s.UnitId));
        return new(id, await chosen.Select(s => new { s.UnitId, s.IndexScore, s.Rank, s.PeerGroupId })
            .ToDictionaryAsync(s => s.UnitId, s => (s.IndexScore!.Value, s.Rank, s.PeerGroupId), cancellation));
    }

    /// <summary>Null where there was none.</summary>
    public static Task<Guid?> IdAsync(YipanqiDb db, string schemeCode, Quarter quarter, CancellationToken cancellation)
    {
        var before = quarter.Previous.Key;
        var snapshots =
            from snapshot in db.Set<AssessmentSnapshot>()
            where snapshot.QuarterKey == before && snapshot.Status == SnapshotStatus.Published
            join scheme in db.Set<Scheme>() on new { snapshot.TenantId, Id = snapshot.SchemeId } equals new { scheme.TenantId, scheme.Id }
            where scheme.Code == schemeCode
            select (Guid?)snapshot.Id;
        return snapshots.FirstOrDefaultAsync(cancellation);
    }
}
