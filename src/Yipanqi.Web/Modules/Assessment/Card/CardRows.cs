using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Opens one organisation of a snapshot: reads its chunks, and those of its peer group only where an item compares organisations.</summary>
internal static class CardRows
{
    public static async Task<CardRow> OpenAsync(
        YipanqiDb db, SnapshotStore snapshots, SnapshotHead head, OrganisationScore line, CancellationToken cancellation)
    {
        var definition = await snapshots.DefinitionAsync(db, head.SchemeId, cancellation);
        var compares = definition.Nodes.Any(n => n.Item is { Scaling: not SchemeScaling.Goalposts });
        var peers = compares && line.PeerGroupId is not null ? await PeersAsync(db, line, cancellation) : [line.Position];
        var run = await snapshots.ChunksAsync(db, head, peers, cancellation);
        return new CardRow(run, line, peers, await MediansAsync(db, snapshots, line, cancellation));
    }

    private static Task<List<int>> PeersAsync(YipanqiDb db, OrganisationScore line, CancellationToken cancellation) =>
        db.Set<OrganisationScore>().Where(s => s.SnapshotId == line.SnapshotId && s.PeerGroupId == line.PeerGroupId)
            .OrderBy(s => s.Position).Select(s => s.Position).ToListAsync(cancellation);

    // A snapshot made before medians were kept has them made from its columns.
    private static async Task<IReadOnlyDictionary<string, double>> MediansAsync(
        YipanqiDb db, SnapshotStore snapshots, OrganisationScore line, CancellationToken cancellation)
    {
        if (line.PeerGroupId is not { } group)
        {
            return new Dictionary<string, double>();
        }

        var name = SnapshotFigure.OfGroup(group);
        var kept = await db.Set<SnapshotFigure>().Where(f => f.SnapshotId == line.SnapshotId && f.Name == name).Select(f => f.Content).SingleOrDefaultAsync(cancellation);
        if (kept is not null)
        {
            return FigureMaking.Read<Dictionary<string, double>>(kept);
        }

        var run = await snapshots.ColumnsAsync(db, line.SnapshotId, cancellation);
        return FigureMaking.Medians(
            run.Structure, await PeersAsync(db, line, cancellation),
            (node, at) => run.Figure(ColumnKind.Score, run.Structure.Nodes[node].Code, at) ?? double.NaN);
    }
}
