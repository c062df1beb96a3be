using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Takes a node out with all below it, and what else names them.</summary>
public sealed record RemoveNode(string Code) : DraftStep
{
    public override string Name => "node.removed";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (definition.Nodes.FirstOrDefault(n => n.Code == Code) is not { } node)
        {
            return NoNode(Code);
        }

        if (node.Parent.Length == 0)
        {
            return new Refusal("draft.root", "", "总节点不能移除。");
        }

        var gone = SchemeTree.Subtree(definition, Code).Select(n => n.Code).ToHashSet();
        var left = definition.Nodes.Where(n => !gone.Contains(n.Code)).Select(n => n.ReleasesTo.Any(gone.Contains) ? n with { ReleasesTo = [.. n.ReleasesTo.Where(r => !gone.Contains(r))] } : n);
        var weightings = definition.Weightings?.Where(w => !gone.Contains(w.Node)).ToList();
        var after = definition with { Nodes = [.. left], Weightings = weightings is { Count: > 0 } ? weightings : null };
        return Done(after, gone.Count == 1 ? $"移除 {Code}“{node.Name}”" : $"移除 {Code}“{node.Name}”及其下 {gone.Count - 1} 个节点");
    }
}
