using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One of two quarters compared: some organisations of its snapshot, scored again from the stored inputs on the nodes of the comparison.
/// Where an item compares organisations, their whole peer groups are scored.
/// </summary>
internal sealed class ComparedSide
{
    private readonly StoredRun run;
    private readonly SchemeRun scheme;
    private readonly SchemeResult result;
    private readonly Dictionary<int, int> rows;

    private ComparedSide(StoredRun run, SchemeDefinition definition, Func<string, SchemeNode?> nodeOf, IReadOnlyList<(int Position, int Group)> places)
    {
        this.run = run;
        scheme = SchemeStructure.Run(definition);
        rows = places.Select((p, row) => (p.Position, row)).ToDictionary(p => p.Position, p => p.row);
        var columns = scheme.Structure.Nodes.Take(scheme.Structure.ItemCount).Select(n => Column(nodeOf(n.Code), places)).ToList();
        result = scheme.Score(columns, new PeerGroups([.. places.Select(p => p.Group)]), threads: 1);
    }

    public IndexStructure Structure => scheme.Structure;

    public SchemePeriod PeriodOf(int position) => new(scheme, result, rows[position]);

    /// <summary>An item as the snapshot has it; none where its scheme has no such item.</summary>
    public ComparedFigure FigureOf(SchemeNode? node, int position) => node is null ? ComparedFigure.None : new(
        run.Figure(ColumnKind.Value, node.Code, position), run.Figure(ColumnKind.Score, node.Code, position),
        run.Structure.EffectiveWeights[run.Structure.Find(node.Code)], (AbsenceReason)run.Narrow(ColumnKind.Absence, node.Code, position));

    public static async Task<ComparedSide> OpenAsync(
        YipanqiDb db, SnapshotStore snapshots, Guid snapshotId, SchemeDefinition definition, Func<string, SchemeNode?> nodeOf, IReadOnlyList<ComparedLine> lines,
        CancellationToken cancellation) =>
        new(await snapshots.ColumnsAsync(db, snapshotId, cancellation), definition, nodeOf, await PlacesAsync(db, snapshotId, definition, lines, cancellation));

    private ItemColumn Column(SchemeNode? node, IReadOnlyList<(int Position, int Group)> places) =>
        new([.. places.Select(p => node is null ? double.NaN : run.Figure(ColumnKind.Value, node.Code, p.Position) ?? double.NaN)])
        {
            Reasons = [.. places.Select(p => node is null ? AbsenceReason.NotApplicable : (AbsenceReason)run.Narrow(ColumnKind.Reason, node.Code, p.Position))],
        };

    private static async Task<IReadOnlyList<(int Position, int Group)>> PlacesAsync(
        YipanqiDb db, Guid snapshotId, SchemeDefinition definition, IReadOnlyList<ComparedLine> lines, CancellationToken cancellation)
    {
        var groups = lines.Select(l => l.PeerGroupId).Distinct().ToList();
        if (groups.All(g => g is null) || definition.Nodes.All(n => n.Item is null or { Scaling: SchemeScaling.Goalposts }))
        {
            return [.. lines.Select(l => (l.Position, -1))];
        }

        var peers = await db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshotId && s.PeerGroupId != null && groups.Contains(s.PeerGroupId))
            .OrderBy(s => s.Position).Select(s => new { s.Position, s.PeerGroupId }).ToListAsync(cancellation);
        return [.. peers.Select(p => (p.Position, groups.IndexOf(p.PeerGroupId))), .. lines.Where(l => l.PeerGroupId is null).Select(l => (l.Position, -1))];
    }
}
