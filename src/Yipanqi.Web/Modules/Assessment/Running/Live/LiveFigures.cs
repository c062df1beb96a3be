using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Makes the kept figures anew that organisations with changed lines stand in: of the scopes above them and of their groups.</summary>
internal static class LiveFigures
{
    public static async Task RenewAsync(
        YipanqiDb db, BulkRows rows, AssessmentSnapshot snapshot, SchemeDefinition definition, IReadOnlyList<OrganisationScore> lines, CancellationToken cancellation)
    {
        var structure = SchemeStructure.Build(definition);
        var renewed = await ScopesAsync(db, snapshot, definition, structure, lines, cancellation);
        foreach (var group in lines.Select(l => l.PeerGroupId).OfType<Guid>().Distinct())
        {
            renewed.Add((SnapshotFigure.OfGroup(group), FigureMaking.Write(await MediansAsync(db, snapshot, definition, structure, group, cancellation))));
        }

        var names = renewed.Select(r => r.Name).ToList();
        await db.Set<SnapshotFigure>().Where(f => f.SnapshotId == snapshot.Id && names.Contains(f.Name)).ExecuteDeleteAsync(cancellation);
        await rows.InsertAsync(renewed.Select(r => SnapshotFigure.Of(db.TenantId, snapshot.Id, r.Name, r.Content)), cancellation);
    }

    private static async Task<List<(string Name, string Content)>> ScopesAsync(
        YipanqiDb db, AssessmentSnapshot snapshot, SchemeDefinition definition, IndexStructure structure, IReadOnlyList<OrganisationScore> lines, CancellationToken cancellation)
    {
        var touched = lines.SelectMany(l => FigureMaking.ScopesOf(l.ScopePath)).ToHashSet();
        var names = touched.Select(t => SnapshotFigure.OfScope(t, UnitTier.All)).ToList();
        if (!await db.Set<SnapshotFigure>().AnyAsync(f => f.SnapshotId == snapshot.Id && names.Contains(f.Name), cancellation))
        {
            return [];
        }

        var all = await db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == snapshot.Id).OrderBy(s => s.Position).Select(FigureLine.FromRow).ToListAsync(cancellation);
        var paths = await db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshot.Id).OrderBy(s => s.Position).Select(s => s.ScopePath).ToListAsync(cancellation);
        var chunks = db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshot.Id && c.Kind == ColumnKind.Absence);
        var run = await SnapshotStore.LoadAsync(chunks, definition, cancellation);
        var codes = structure.Nodes.Take(structure.ItemCount).Select(n => n.Code).ToList();
        return [.. FigureMaking.Scopes(
                all, paths, codes.Count, definition.Limits.Gap.Yellow, (item, at) => (AbsenceReason)run.Narrow(ColumnKind.Absence, codes[item], at), touched.Contains)
            .Select(f => (f.Name, FigureMaking.Write(f.Figures)))];
    }

    private static async Task<Dictionary<string, double>> MediansAsync(
        YipanqiDb db, AssessmentSnapshot snapshot, SchemeDefinition definition, IndexStructure structure, Guid group, CancellationToken cancellation)
    {
        var positions = await db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshot.Id && s.PeerGroupId == group)
            .OrderBy(s => s.Position).Select(s => s.Position).ToListAsync(cancellation);
        var parts = positions.Select(p => p / SnapshotChunk.Positions).Distinct().ToList();
        var codes = structure.Nodes.Skip(structure.ItemCount).Select(n => n.Code).ToList();
        var chunks = db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshot.Id && c.Kind == ColumnKind.Score && codes.Contains(c.Code) && parts.Contains(c.Part));
        var run = await SnapshotStore.LoadAsync(chunks, definition, cancellation);
        return FigureMaking.Medians(structure, positions, (node, at) => run.Figure(ColumnKind.Score, structure.Nodes[node].Code, at) ?? double.NaN);
    }
}
