using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a node's page says of it. Parent, weight and place stay as they are.</summary>
public sealed record SaveNode(string Code, SchemeNode Values) : DraftStep
{
    public override string Name => "node.edited";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (definition.Nodes.FirstOrDefault(n => n.Code == Code) is not { } node)
        {
            return NoNode(Code);
        }

        var values = Values with { Parent = node.Parent, Weight = node.Weight, Disconnect = node.Disconnect, Track = IsTop(definition, node) ? Values.Track : node.Track };
        if (values.Code != Code && definition.Nodes.Any(n => n.Code == values.Code))
        {
            return new Refusal("draft.code", nameof(SchemeNode.Code), $"代码 {values.Code} 已用于另一个节点，请换一个。");
        }

        if (values.Item is not null && definition.Nodes.Any(n => n.Parent == Code))
        {
            return new Refusal("draft.item", "", "有下级的节点不能改为计分项目，请先移走下级。");
        }

        var refusals = SchemeCheck.CheckNode(values).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<DraftStepped>.Refused(refusals);
        }

        var saved = definition with { Nodes = [.. definition.Nodes.Select(n => n.Code == Code ? values with { Code = Code } : n)] };
        return Done(values.Code == Code ? saved : NodeCodes.Rename(saved, Code, values.Code), $"改 {Code}“{node.Name}”的定义");
    }

    private static bool IsTop(SchemeDefinition definition, SchemeNode node) => definition.Nodes.Any(n => n.Code == node.Parent && n.Parent.Length == 0);
}
