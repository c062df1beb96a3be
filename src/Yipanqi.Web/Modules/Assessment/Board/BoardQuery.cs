using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The board of one quarter. Six commands at most, however many organisations there are.</summary>
public sealed class BoardQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerOrganisation = 600;

    /// <summary>Null where no quarter has a snapshot the actor may open.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public Task<BoardView?> FindAsync(Actor actor, Quarter? quarter, bool preview, UnitTier tier, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter, preview, tier, cancellation), cancellation);

    private async Task<BoardView?> FindAsync(YipanqiDb db, Actor actor, Quarter? quarter, bool preview, UnitTier tier, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, quarter, preview) is not { } head)
        {
            return null;
        }

        var trend = SnapshotStore.Trend(heads, head);
        var what = $"board {tier} {string.Join(' ', trend.Select(t => t.Id))}";
        var view = await snapshots.KeepAsync(
            actor, SnapshotStore.PermissionFor(actor, head), head.Id, what, () => MakeAsync(db, actor, head, SnapshotStore.Before(heads, head), trend, tier, cancellation),
            made => BytesPerOrganisation * (long)(1 + made.Levels.Total));
        return view with { Quarters = SnapshotStore.Choices(heads) };
    }

    private async Task<BoardView> MakeAsync(
        YipanqiDb db, Actor actor, SnapshotHead head, SnapshotHead? before, IReadOnlyList<SnapshotHead> trend, UnitTier tier, CancellationToken cancellation)
    {
        var ids = trend.Select(t => t.Id).ToList();
        var permission = SnapshotStore.PermissionFor(actor, head);
        var all = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath).Where(s => ids.Contains(s.SnapshotId))
            .Select(BoardLine.FromRow)
            .ToListAsync(cancellation);
        var groups = await PeerGroupNames.LoadAsync(db, cancellation);
        var bySnapshot = all.Where(l => IsIn(l, tier)).ToLookup(l => l.SnapshotId);
        var now = bySnapshot[head.Id].OrderBy(l => l.Position).ToList();
        var old = before is null ? [] : bySnapshot[before.Id].Where(l => l.Index is not null).ToDictionary(l => l.UnitId, l => l.Index!.Value);
        var run = await snapshots.ColumnsAsync(db, head.Id, cancellation);
        return new BoardView(
            [], head, tier, all.Count(l => l.SnapshotId == head.Id && l.Tier == 0), all.Count(l => l.SnapshotId == head.Id && l.Tier > 0),
            [.. PeerGroupNames.Part(groups, now).Select(g => GroupOf(g.Id, g.Name, g.Lines, old))],
            LevelTally.Of(now.Select(l => l.Level)),
            before is null || !bySnapshot[before.Id].Any() ? null : LevelTally.Of(bySnapshot[before.Id].Select(l => l.Level)),
            [.. trend.Select(t => PointOf(t.Quarter, [.. bySnapshot[t.Id]]))],
            CoverageOf(run, now));
    }

    private static CoverageView CoverageOf(StoredRun run, IReadOnlyList<BoardLine> lines) =>
        new CoverageTally(run.Definition, run.Structure, (code, at) => (AbsenceReason)run.Narrow(ColumnKind.Absence, code, at))
            .Of([.. lines.Select(l => (l.Position, l.UnitId, l.Code, l.ShortName))]);

    private static bool IsIn(BoardLine line, UnitTier tier) => tier switch
    {
        UnitTier.Organs => line.Tier == 0,
        UnitTier.Branches => line.Tier > 0,
        _ => true,
    };

    private static BoardGroup GroupOf(Guid? id, string name, IReadOnlyList<BoardLine> own, Dictionary<Guid, double> old)
    {
        var sorted = own.OrderBy(l => Order(l.Level)).ThenBy(l => l.Index ?? double.MaxValue).ThenBy(l => l.Code, StringComparer.Ordinal);
        return new(id, name, own.Any(l => l.Ranked > 0), LevelTally.Of(own.Select(l => l.Level)), [.. sorted.Select(l => l.ToOrganisation(old))]);
    }

    // The serious first; no data before green, since somebody has to do something about it.
    private static int Order(WarningLevel? level) => level switch
    {
        WarningLevel.Red => 0,
        WarningLevel.Orange => 1,
        WarningLevel.Yellow => 2,
        WarningLevel.Grey => 3,
        _ => 4,
    };

    private static BoardQuarter PointOf(Quarter quarter, IReadOnlyList<BoardLine> lines) => new(
        quarter, Median(lines.Select(l => l.Party)), Median(lines.Select(l => l.Business)), Median(lines.Select(l => l.Index)), LevelTally.Of(lines.Select(l => l.Level)));

    internal static double? Median(IEnumerable<double?> scores)
    {
        var present = scores.Where(s => s is not null).Select(s => s!.Value).ToArray();
        return present.Length == 0 ? null : Statistics.Median(present);
    }
}
