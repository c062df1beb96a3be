namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Two schemes as the engine can compare them: each with the nodes of both, those of the other at weight 0. A node that stands
/// elsewhere in the other scheme is two nodes.
/// </summary>
internal sealed class CommonTree
{
    private readonly Dictionary<string, SchemeNode> before;
    private readonly Dictionary<string, SchemeNode> after;

    private CommonTree(SchemeDefinition before, SchemeDefinition after)
    {
        (this.before, this.after) = (ByPath(before), ByPath(after));
        var paths = this.after.Keys.Concat(this.before.Keys.Where(p => !this.after.ContainsKey(p))).ToList();
        Before = before with { Nodes = [.. paths.Select(p => NodeOf(p, this.before, this.after))], Weightings = null };
        After = after with { Nodes = [.. paths.Select(p => NodeOf(p, this.after, this.before))], Weightings = null };
    }

    public SchemeDefinition Before { get; }

    public SchemeDefinition After { get; }

    public static CommonTree Of(SchemeDefinition before, SchemeDefinition after) => new(before, after);

    /// <summary>The item of the scheme before at a node of the common tree; where only the other has one, that.</summary>
    public SchemeNode ItemBefore(string path) => before.TryGetValue(path, out var node) ? node : after[path];

    public SchemeNode ItemAfter(string path) => after.TryGetValue(path, out var node) ? node : before[path];

    public bool IsOnlyBefore(string path) => !after.ContainsKey(path);

    public bool IsOnlyAfter(string path) => !before.ContainsKey(path);

    // What the scheme does not have keeps the other's weights below its top, since weights that are all 0 cannot be run.
    private static SchemeNode NodeOf(string path, Dictionary<string, SchemeNode> own, Dictionary<string, SchemeNode> other)
    {
        var parent = path.LastIndexOf('/') is > 0 and var cut ? path[..cut] : "";
        var has = own.TryGetValue(path, out var node);
        node ??= other[path];
        return node with
        {
            Code = path,
            Parent = parent,
            Weight = has || (parent.Length > 0 && !own.ContainsKey(parent)) ? node.Weight : 0,
            ReleasesTo = has ? [.. node.ReleasesTo.Select(r => PathOf(own, r)).OfType<string>()] : [],
        };
    }

    private static string? PathOf(Dictionary<string, SchemeNode> nodes, string code) => nodes.FirstOrDefault(n => n.Value.Code == code).Key;

    private static Dictionary<string, SchemeNode> ByPath(SchemeDefinition definition)
    {
        var children = definition.Nodes.ToLookup(n => n.Parent);
        return children[""].SelectMany(root => Below(root, "R")).ToDictionary(p => p.Path, p => p.Node);

        IEnumerable<(string Path, SchemeNode Node)> Below(SchemeNode node, string path) =>
            children[node.Code].SelectMany(child => Below(child, $"{path}/{child.Code}")).Prepend((path, node));
    }
}
