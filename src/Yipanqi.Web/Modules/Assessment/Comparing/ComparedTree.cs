namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The nodes two quarters are compared on: those of their scheme, or of both where the schemes differ, each side with the other's at weight 0.</summary>
internal sealed class ComparedTree
{
    private readonly CommonTree? common;
    private readonly Dictionary<string, SchemeNode> nodes;

    private ComparedTree(SchemeDefinition before, SchemeDefinition after, CommonTree? common)
    {
        this.common = common;
        (Before, After) = common is null ? (before, after) : (common.Before, common.After);
        nodes = After.Nodes.ToDictionary(n => n.Code);
    }

    public SchemeDefinition Before { get; }

    public SchemeDefinition After { get; }

    /// <summary>Both quarters were scored by one version of one scheme.</summary>
    public bool IsOneScheme => common is null;

    public static ComparedTree Of(SchemeDefinition before, SchemeDefinition after, bool isOneScheme) =>
        new(before, after, isOneScheme ? null : CommonTree.Of(before, after));

    /// <summary>The node of the earlier scheme that stands at a code of the tree; null where only the later one has it.</summary>
    public SchemeNode? NodeBefore(string code) => common is null ? nodes[code] : common.IsOnlyAfter(code) ? null : common.ItemBefore(code);

    public SchemeNode? NodeAfter(string code) => common is null ? nodes[code] : common.IsOnlyBefore(code) ? null : common.ItemAfter(code);

    /// <summary>The child of the root that a node stands under, or the node itself.</summary>
    public SchemeNode DimensionOf(string code)
    {
        var node = nodes[code];
        while (node.Parent.Length > 0 && nodes[node.Parent].Parent.Length > 0)
        {
            node = nodes[node.Parent];
        }

        return NodeAfter(node.Code) ?? NodeBefore(node.Code)!;
    }
}
