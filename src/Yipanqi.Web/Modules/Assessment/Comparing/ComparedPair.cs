using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Two quarters side by side for some organisations: the engine splits the change of each index, nothing is calculated here.</summary>
internal sealed class ComparedPair
{
    private readonly ComparedTree tree;
    private readonly ComparedSide before;
    private readonly ComparedSide after;
    private readonly Dictionary<Guid, ComparedLine> was;
    private readonly IReadOnlyList<string> codes;

    private ComparedPair(ComparedTree tree, ComparedSide before, ComparedSide after, IReadOnlyList<ComparedLine> was)
    {
        (this.tree, this.before, this.after) = (tree, before, after);
        this.was = was.ToDictionary(l => l.UnitId);
        codes = [.. after.Structure.Nodes.Take(after.Structure.ItemCount).Select(n => n.Code)];
    }

    /// <summary>Opens both quarters; only lines of organisations that the reader may see are given.</summary>
    public static async Task<ComparedPair> OpenAsync(
        YipanqiDb db, SnapshotStore snapshots, (SnapshotHead Head, IReadOnlyList<ComparedLine> Lines) before, (SnapshotHead Head, IReadOnlyList<ComparedLine> Lines) after,
        CancellationToken cancellation)
    {
        var tree = ComparedTree.Of(
            await snapshots.DefinitionAsync(db, before.Head.SchemeId, cancellation), await snapshots.DefinitionAsync(db, after.Head.SchemeId, cancellation),
            before.Head.SchemeId == after.Head.SchemeId);
        return new(
            tree, await ComparedSide.OpenAsync(db, snapshots, before.Head.Id, tree.Before, tree.NodeBefore, before.Lines, cancellation),
            await ComparedSide.OpenAsync(db, snapshots, after.Head.Id, tree.After, tree.NodeAfter, after.Lines, cancellation), before.Lines);
    }

    public ComparisonState StateOf(ComparedLine now, out IReadOnlyList<ItemContribution> parts)
    {
        parts = [];
        if (!was.TryGetValue(now.UnitId, out var line))
        {
            return ComparisonState.Absent;
        }

        if (line.Index is null || now.Index is null)
        {
            return ComparisonState.NoScore;
        }

        try
        {
            parts = Contributions.Of(before.PeriodOf(line.Position), after.PeriodOf(now.Position)) ?? [];
            return parts.Count > 0 ? ComparisonState.Exact : ComparisonState.NoScore;
        }
        catch (IndexRefusedException refused) when (refused.Code == "structures_differ")
        {
            return ComparisonState.Incomparable;
        }
    }

    /// <summary>The parts of the change with their names, largest first.</summary>
    public IReadOnlyList<CardContribution> Named(IReadOnlyList<ItemContribution> parts) =>
        [.. parts.Where(p => p.Total != 0).OrderByDescending(p => Math.Abs(p.Total)).ThenBy(p => p.Item).Select(p =>
        {
            var node = NodeOf(codes[p.Item]);
            return new CardContribution(node.Code, node.Name, p.Value, p.Weight, p.Coverage);
        })];

    /// <summary>Every item in both quarters with its part of the change; without parts all are 0.</summary>
    public IReadOnlyList<ComparedItem> Items(ComparedLine? now, IReadOnlyList<ItemContribution> parts, Guid unitId)
    {
        var byItem = parts.ToDictionary(p => codes[p.Item]);
        var line = was.GetValueOrDefault(unitId);
        var items = codes.Select(code => ItemOf(code, line, now, byItem.GetValueOrDefault(code)));
        return [.. items.OrderByDescending(i => Math.Abs(i.Total))];
    }

    private ComparedItem ItemOf(string code, ComparedLine? line, ComparedLine? now, ItemContribution part)
    {
        var (node, dimension) = (NodeOf(code), tree.DimensionOf(code));
        return new(
            node.Code, node.Name, node.Item!.Unit, new(dimension.Code, dimension.Name),
            line is null ? ComparedFigure.None : before.FigureOf(tree.NodeBefore(code), line.Position), now is null ? ComparedFigure.None : after.FigureOf(tree.NodeAfter(code), now.Position),
            part.Value, part.Weight, part.Coverage);
    }

    private SchemeNode NodeOf(string code) => tree.NodeAfter(code) ?? tree.NodeBefore(code)!;
}
