using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A new node below another. Its weight is that of its siblings where they all weigh the same, else 0 until it is set.</summary>
/// <param name="IsItem">An item is scored itself; anything else is made of what is below it.</param>
public sealed record AddNode(string Parent, string NodeName, bool IsItem, Track Track = Track.None) : DraftStep
{
    public override string Name => "node.added";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (definition.Nodes.FirstOrDefault(n => n.Code == Parent) is not { } parent)
        {
            return NoNode(Parent);
        }

        if (parent.Item is not null)
        {
            return new Refusal("draft.parent", nameof(Parent), $"{parent.Code}“{parent.Name}”是计分项目，下面不能再加节点。");
        }

        var name = NodeName.Trim();
        if (name.Length is 0 or > 120)
        {
            return new Refusal("draft.name", nameof(NodeName), "请写名称，120 字以内。");
        }

        if (definition.Nodes.Count >= SchemeCheck.MostNodes)
        {
            return new Refusal("draft.nodes", "", $"方案最多 {SchemeCheck.MostNodes} 个节点。");
        }

        var track = parent.Parent.Length == 0 ? Track : Track.None;
        var siblings = definition.Nodes.Where(n => n.Parent == Parent && n.Track == track).Select(n => n.Weight).Distinct().ToList();
        var weight = siblings switch { [] => 1, [var same] => same, _ => 0 };
        var node = new SchemeNode(NodeCodes.Next(definition, Parent), Parent, name, weight) { Track = track, Item = IsItem ? Blank(definition, Parent) : null };
        return Done(definition with { Nodes = [.. definition.Nodes, node] }, $"新增 {node.Code}“{name}”");
    }

    // Pooled as the other items of its dimension are; the rest is asked on the node's own page.
    private static SchemeItem Blank(SchemeDefinition definition, string parent)
    {
        var pool = definition.Nodes.FirstOrDefault(n => n.Parent == parent && n.Item is not null)?.Item!.Pool ?? PoolOver.None;
        return new(Direction.Benefit, FigureKind.Ratio, "%") { Floor = 0, Target = 1, Pool = pool, Sources = [FigureSource.Import] };
    }
}
