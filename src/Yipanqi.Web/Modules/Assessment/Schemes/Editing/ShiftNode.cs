using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A node one place up or down among its siblings.</summary>
public sealed record ShiftNode(string Code, bool Up) : DraftStep
{
    public override string Name => "node.shifted";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (definition.Nodes.FirstOrDefault(n => n.Code == Code) is not { } node)
        {
            return NoNode(Code);
        }

        var nodes = definition.Nodes.ToList();
        var siblings = nodes.Where(n => n.Parent == node.Parent).ToList();
        var to = siblings.IndexOf(node) + (Up ? -1 : 1);
        if (to < 0 || to >= siblings.Count)
        {
            return new Refusal("draft.shift", "", $"{Code} 已在{(Up ? "最前" : "最后")}。");
        }

        var (one, other) = (nodes.IndexOf(node), nodes.IndexOf(siblings[to]));
        (nodes[one], nodes[other]) = (nodes[other], nodes[one]);
        return Done(definition with { Nodes = nodes }, $"把 {Code}“{node.Name}”{(Up ? "上" : "下")}移一位");
    }
}
