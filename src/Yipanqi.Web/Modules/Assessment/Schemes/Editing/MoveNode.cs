using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A node with all below it under another parent, last among its children.</summary>
public sealed record MoveNode(string Code, string Parent) : DraftStep
{
    public override string Name => "node.moved";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        var node = definition.Nodes.FirstOrDefault(n => n.Code == Code);
        var parent = definition.Nodes.FirstOrDefault(n => n.Code == Parent);
        if (node is null || parent is null)
        {
            return NoNode(node is null ? Code : Parent);
        }

        if (node.Parent.Length == 0 || parent.Item is not null || SchemeTree.Subtree(definition, Code).Any(n => n.Code == Parent))
        {
            return new Refusal("draft.move", nameof(Parent), "不能移到这里：总节点不能移动，计分项目下面不能有节点，也不能移到自己下面。");
        }

        if (node.Parent == Parent)
        {
            return new Refusal("draft.move", nameof(Parent), $"{Code} 已在 {Parent} 之下。");
        }

        var isTop = parent.Parent.Length == 0;
        var moved = node with { Parent = Parent, Track = isTop ? node.Track : Track.None, ReleasesTo = [] };
        return Done(definition with { Nodes = [.. definition.Nodes.Where(n => n.Code != Code), moved] }, $"把 {Code}“{node.Name}”移到 {Parent}“{parent.Name}”之下");
    }
}
