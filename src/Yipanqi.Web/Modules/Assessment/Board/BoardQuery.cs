using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The board of one quarter. A handful of commands, and as many rows as it lists, however many organisations there are.</summary>
public sealed class BoardQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <summary>Up to so many organisations a board lists them all.</summary>
    public const int MostListed = 600;

    // Of more organisations: so many of the most serious, of those with the widest gaps, and of those that owe most.
    private const int SeriousListed = 120;
    private const int GapsDrawn = 300;
    private const int OwingListed = 12;
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
        var what = $"board {tier} {head.Version} {string.Join(' ', trend.Select(t => t.Id))}";
        var view = await snapshots.KeepAsync(
            actor, SnapshotStore.PermissionFor(actor, head), head.Id, what, () => MakeAsync(db, actor, head, SnapshotStore.Before(heads, head), trend, tier, cancellation),
            made => BytesPerOrganisation * (long)(20 + made.Tracks.Count + made.Groups.Sum(g => g.Organisations.Count)));
        return view with { Quarters = SnapshotStore.Choices(heads) };
    }

    private async Task<BoardView> MakeAsync(
        YipanqiDb db, Actor actor, SnapshotHead head, SnapshotHead? before, IReadOnlyList<SnapshotHead> trend, UnitTier tier, CancellationToken cancellation)
    {
        var scope = new ScopeLoad(snapshots, db, actor, head);
        var figures = await scope.OfAsync([.. trend.Select(t => t.Id)], tier, cancellation);
        var (organs, branches) = await scope.TiersAsync(cancellation);
        var now = figures[head.Id];
        var rows = scope.Rows([head.Id]).In(tier);
        var listed = await rows.OrderBy(s => s.Severity).ThenBy(s => s.IndexScore).ThenBy(s => s.Position)
            .Take(now.Count <= MostListed ? MostListed : SeriousListed).Select(BoardLine.FromRow).ToListAsync(cancellation);
        var drawn = now.Count <= MostListed ? listed : await rows.Where(s => s.Gap != null).OrderByDescending(s => s.Gap).Take(GapsDrawn)
            .Select(BoardLine.FromRow).ToListAsync(cancellation);
        var owing = now.Count <= MostListed ? listed : await rows.Where(s => s.NotReported > 0).OrderByDescending(s => s.NotReported).Take(OwingListed)
            .Select(BoardLine.FromRow).ToListAsync(cancellation);
        var earlier = before is null || !figures.TryGetValue(before.Id, out var old) || old.Count == 0 ? null : old.Levels;
        return new BoardView(
            [], head, tier, organs, branches, GroupsOf(await PeerGroupNames.LoadAsync(db, cancellation), now, listed), now.Levels, earlier,
            [.. trend.Select(t => PointOf(t.Quarter, figures[t.Id]))], await CoverageAsync(db, head, now, owing, cancellation))
        {
            Figures = now,
            Tracks = [.. drawn.Where(l => l is { Party: not null, Business: not null }).Select(l => l.ToOrganisation())],
        };
    }

    private async Task<CoverageView> CoverageAsync(YipanqiDb db, SnapshotHead head, ScopeFigures figures, IReadOnlyList<BoardLine> owing, CancellationToken cancellation)
    {
        var run = await snapshots.AbsencesAsync(db, head, owing.Where(l => l.NotReported > 0).Select(l => l.Position), cancellation);
        var tally = new CoverageTally(run.Definition, run.Structure, (code, at) => (AbsenceReason)run.Narrow(ColumnKind.Absence, code, at));
        var view = tally.Of(figures.Coverage, [.. owing.Where(l => l.NotReported > 0).Select(l => (l.Position, l.UnitId, l.Code, l.ShortName))]);
        return view with { OwingCount = figures.Owing };
    }

    private static List<BoardGroup> GroupsOf(IReadOnlyList<(Guid? Id, string Name)> names, ScopeFigures figures, IReadOnlyList<BoardLine> listed)
    {
        var lines = PeerGroupNames.Part(names, listed).ToDictionary(g => g.Id ?? Guid.Empty, g => g.Lines);
        var known = names.Where(n => n.Id is not null).Select(n => n.Id).ToHashSet();
        var counted = figures.Groups.ToLookup(g => known.Contains(g.Id) ? g.Id : null);
        return [.. names.Where(n => counted[n.Id].Any()).Select(n => new BoardGroup(
            n.Id, n.Name, counted[n.Id].Any(g => g.Ranked > 0), LevelTally.Sum(counted[n.Id].Select(g => g.Levels)),
            [.. lines.GetValueOrDefault(n.Id ?? Guid.Empty, []).OrderBy(l => ScoreLine.SeverityOf(l.Level)).ThenBy(l => l.Index ?? double.MaxValue).Select(l => l.ToOrganisation())]))];
    }

    private static BoardQuarter PointOf(Quarter quarter, ScopeFigures figures) =>
        new(quarter, figures.Party, figures.Business, figures.Index, figures.Levels);
}
