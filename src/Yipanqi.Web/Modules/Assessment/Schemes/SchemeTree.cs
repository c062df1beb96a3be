using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A scheme as a tree that may be unfinished: rows in reading order with shares, subtrees. For what can be scored see <see cref="SchemeStructure"/>.</summary>
public static class SchemeTree
{
    public static IReadOnlyList<SchemeTreeRow> Rows(SchemeDefinition definition)
    {
        var children = definition.Nodes.ToLookup(n => n.Parent);
        return [.. children[""].SelectMany(root => Below(root, 0, 1, children))];
    }

    /// <summary>Share of each node in the index when nothing is missing, by code.</summary>
    public static IReadOnlyDictionary<string, double> Shares(SchemeDefinition definition) => Rows(definition).ToDictionary(r => r.Node.Code, r => r.Share);

    public static TrackBalance Balance(SchemeDefinition definition)
    {
        var root = definition.Nodes.FirstOrDefault(n => n.Parent.Length == 0);
        var top = definition.Nodes.Where(n => root is not null && n.Parent == root.Code).ToList();
        return new(Of(Track.Party), Of(Track.Business), top.Sum(n => n.Weight));

        double Of(Track track) => Math.Round(top.Where(n => n.Track == track).Sum(n => n.Weight), 6);
    }

    /// <summary>The node and all below it, parents first.</summary>
    public static IReadOnlyList<SchemeNode> Subtree(SchemeDefinition definition, string code)
    {
        var children = definition.Nodes.ToLookup(n => n.Parent);
        return [.. definition.Nodes.Where(n => n.Code == code).SelectMany(Down)];

        IEnumerable<SchemeNode> Down(SchemeNode node) => children[node.Code].SelectMany(Down).Prepend(node);
    }

    private static IEnumerable<SchemeTreeRow> Below(SchemeNode node, int depth, double share, ILookup<string, SchemeNode> children)
    {
        var below = children[node.Code].ToList();
        var shares = SharesOf(below);
        return below.SelectMany((child, at) => Below(child, depth + 1, shares[at] * share, children)).Prepend(new SchemeTreeRow(node, depth, share));
    }

    // The engine refuses weights that are all 0 or negative; a draft shows them as no share at all.
    private static double[] SharesOf(List<SchemeNode> siblings)
    {
        double[] weights = [.. siblings.Select(s => s.Weight)];
        return weights.All(w => w >= 0) && weights.Any(w => w > 0) ? Weights.Rescale(weights) : new double[weights.Length];
    }
}
