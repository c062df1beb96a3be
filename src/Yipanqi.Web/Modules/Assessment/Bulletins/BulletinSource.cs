using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Reads the figures of a bulletin from a snapshot: its organs (assessed organisations with no assessed one above them). What may be seen is
/// decided by the caller. The number of commands does not depend on how many organisations or items there are.
/// </summary>
internal sealed class BulletinSource(SnapshotStore snapshots)
{
    private const int MostMovers = 10;
    private const int MostItemsOfMover = 3;
    private const int MostWeaknesses = 5;
    private const double PassMark = 60;

    public async Task<BulletinContent> ReadAsync(YipanqiDb db, SnapshotHead head, SnapshotHead? before, CancellationToken cancellation)
    {
        var now = await OrgansAsync(db, head.Id, cancellation);
        var was = before is null ? [] : await OrgansAsync(db, before.Id, cancellation);
        var run = await snapshots.ColumnsAsync(db, head.Id, cancellation);
        var groups = PartedBy(await PeerGroupNames.LoadAsync(db, cancellation), now, was.ToDictionary(l => l.UnitId));
        var (rose, fell) = Directions(groups);
        return new(
            head.Quarter, head.Number, head.ResultHash, head.Seed, $"{head.SchemeName}（第 {head.SchemeVersion} 版）", head.PublishedUtc ?? head.CreatedUtc,
            SituationOf(now), before is null ? null : SituationOf(was), rose, fell, groups,
            before is null ? [] : await MoversAsync(db, (before, was), (head, now), groups, cancellation),
            [.. now.Where(l => l.Level is { } level and not WarningLevel.Green).OrderBy(l => Pages.Marks.Place(l.Level)).ThenBy(l => l.Code, StringComparer.Ordinal)
                .Select(l => new BulletinContent.Lamp(l.UnitId, l.ShortName, l.Level!.Value, LevelSentences.Read(l.Signals)))],
            Dimensions(run, now, before is null ? null : await snapshots.ColumnsAsync(db, before.Id, cancellation), was), Adjustments(run, now), Weaknesses(run, now));
    }

    private static Task<List<ComparedLine>> OrgansAsync(YipanqiDb db, Guid snapshotId, CancellationToken cancellation) =>
        db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == snapshotId && s.Tier == 0).OrderBy(s => s.Position).Select(ComparedLine.FromRow).ToListAsync(cancellation);

    private static BulletinContent.Situation SituationOf(List<ComparedLine> lines) => new(
        lines.Count, lines.Count(l => l.Index is not null), LevelTally.Of(lines.Select(l => l.Level)), Median(lines.Select(l => l.Index)), Median(lines.Select(l => l.Party)),
        Median(lines.Select(l => l.Business)), Median(lines.Select(l => l.Gap)));

    private static IReadOnlyList<BulletinContent.Group> PartedBy(IReadOnlyList<(Guid? Id, string Name)> names, List<ComparedLine> now, Dictionary<Guid, ComparedLine> was)
    {
        var known = names.Select(n => n.Id).ToHashSet();
        var byGroup = now.ToLookup(l => known.Contains(l.PeerGroupId) ? l.PeerGroupId : null);
        return [.. names.Where(n => byGroup[n.Id].Any()).Select(n => new BulletinContent.Group(n.Id, n.Name, byGroup[n.Id].Max(l => l.Ranked), [.. byGroup[n.Id]
            .OrderBy(l => l.Rank == 0).ThenBy(l => l.Rank).ThenByDescending(l => l.Index).ThenBy(l => l.Code, StringComparer.Ordinal)
            .Select(l => LineOf(l, was.GetValueOrDefault(l.UnitId)))]))];
    }

    private static BulletinContent.Line LineOf(ComparedLine now, ComparedLine? was) => new(
        now.UnitId, now.ShortName, now.Level, now.Index, now.Index - was?.Index, Place(now.Rank), Place(now.RankLow), Place(now.RankHigh), now.Verdict,
        now.Rank > 0 && was is { Rank: > 0 } && was.PeerGroupId == now.PeerGroupId ? was.Rank - now.Rank : null);

    private static (int Rose, int Fell) Directions(IReadOnlyList<BulletinContent.Group> groups)
    {
        var changes = groups.SelectMany(g => g.Lines).Where(l => l.IndexChange is not null).Select(l => PublishedFigure.Tenth(l.IndexChange!.Value)).ToList();
        return (changes.Count(c => c > 0), changes.Count(c => c < 0));
    }

    private async Task<IReadOnlyList<BulletinContent.Mover>> MoversAsync(
        YipanqiDb db, (SnapshotHead Head, List<ComparedLine> Lines) before, (SnapshotHead Head, List<ComparedLine> Lines) after, IReadOnlyList<BulletinContent.Group> groups,
        CancellationToken cancellation)
    {
        var moved = groups.SelectMany(g => g.Lines.Where(l => l.RankChange is not null and not 0).Select(l => (Group: g.Name, Line: l)))
            .OrderByDescending(m => Math.Abs(m.Line.RankChange!.Value)).ThenByDescending(m => Math.Abs(m.Line.IndexChange ?? 0)).Take(MostMovers).ToList();
        var ids = moved.Select(m => m.Line.UnitId).ToHashSet();
        var (was, now) = (before.Lines.Where(l => ids.Contains(l.UnitId)).ToList(), after.Lines.Where(l => ids.Contains(l.UnitId)).ToList());
        var pair = await ComparedPair.OpenAsync(db, snapshots, (before.Head, was), (after.Head, now), cancellation);
        return [.. moved.Select(m => MoverOf(m.Group, m.Line, was.Single(l => l.UnitId == m.Line.UnitId), now.Single(l => l.UnitId == m.Line.UnitId), pair))];
    }

    private static BulletinContent.Mover MoverOf(string group, BulletinContent.Line line, ComparedLine was, ComparedLine now, ComparedPair pair)
    {
        pair.StateOf(now, out var parts);
        return new(
            line.UnitId, line.Name, group, was.Rank, now.Rank, now.RankLow > was.RankHigh || now.RankHigh < was.RankLow, line.IndexChange,
            [.. pair.Named(parts).Take(MostItemsOfMover)]);
    }

    private static IReadOnlyList<BulletinContent.Dimension> Dimensions(StoredRun run, List<ComparedLine> now, StoredRun? earlier, List<ComparedLine> was) =>
        [.. run.Structure.Children(run.Structure.Root).ToArray().Select(n => run.Structure.Nodes[n].Code).Select(code => new BulletinContent.Dimension(
            code, run.Definition.Nodes.Single(n => n.Code == code).Name, Median(now.Select(l => run.Figure(ColumnKind.Score, code, l.Position))),
            earlier is null ? null : Median(was.Select(l => earlier.Figure(ColumnKind.Score, code, l.Position))), now.Count(l => run.Figure(ColumnKind.Score, code, l.Position) is not null)))];

    private static IReadOnlyList<BulletinContent.Adjusted> Adjustments(StoredRun run, List<ComparedLine> now)
    {
        var byPosition = now.ToDictionary(l => l.Position);
        return [.. run.Adjustments.Lines.Where(a => byPosition.ContainsKey(a.Position)).OrderByDescending(a => a.Kind).ThenBy(a => a.Position)
            .Select(a => new BulletinContent.Adjusted(byPosition[a.Position].UnitId, byPosition[a.Position].ShortName, a.Kind, a.Hundredths, a.Basis, a.Document))];
    }

    private static IReadOnlyList<BulletinContent.Weakness> Weaknesses(StoredRun run, List<ComparedLine> now)
    {
        var scored = now.Where(l => l.Index is not null).ToList();
        var items = run.Structure.Nodes.Take(run.Structure.ItemCount)
            .Select(n => (n.Code, Lost: scored.Sum(l => run.Figure(ColumnKind.Lost, n.Code, l.Position) ?? 0))).ToList();
        var all = items.Sum(i => i.Lost);
        return all <= 0 ? [] : [.. items.Where(i => i.Lost > 0).OrderByDescending(i => i.Lost).Take(MostWeaknesses).Select(i =>
        {
            var scores = scored.Select(l => run.Figure(ColumnKind.Score, i.Code, l.Position)).Where(s => s is not null).ToList();
            return new BulletinContent.Weakness(
                i.Code, run.Definition.Nodes.Single(n => n.Code == i.Code).Name, i.Lost / all, Median(scores), scores.Count, scores.Count(s => PublishedFigure.Tenth(s!.Value) < PassMark),
                now.Count(l => (AbsenceReason)run.Narrow(ColumnKind.Absence, i.Code, l.Position) == AbsenceReason.NotReported));
        })];
    }

    private static double? Median(IEnumerable<double?> scores)
    {
        var present = scores.Where(s => s is not null).Select(s => s!.Value).ToArray();
        return present.Length == 0 ? null : Statistics.Median(present);
    }

    private static int? Place(int rank) => rank == 0 ? null : rank;
}
