using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A copy of a node with all below it, behind the node, with codes of its own.</summary>
public sealed record CopyNode(string Code) : DraftStep
{
    public override string Name => "node.copied";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        var subtree = SchemeTree.Subtree(definition, Code);
        if (subtree.Count == 0)
        {
            return NoNode(Code);
        }

        if (subtree[0].Parent.Length == 0 || definition.Nodes.Count + subtree.Count > SchemeCheck.MostNodes)
        {
            return new Refusal("draft.copy", "", $"总节点不能复制，方案最多 {SchemeCheck.MostNodes} 个节点。");
        }

        var after = definition;
        var codes = new Dictionary<string, string> { [subtree[0].Parent] = subtree[0].Parent };
        foreach (var node in subtree)
        {
            var parent = codes[node.Parent];
            var code = codes[node.Code] = NodeCodes.Next(after, parent);
            var name = node.Code == Code ? Shortened(node.Name) + "（副本）" : node.Name;
            after = after with { Nodes = [.. after.Nodes, node with { Code = code, Parent = parent, Name = name, ReleasesTo = [] }] };
        }

        return Done(after, $"复制 {Code}“{subtree[0].Name}”为 {codes[Code]}");
    }

    private static string Shortened(string name) => name.Length > 110 ? name[..110] : name;
}
