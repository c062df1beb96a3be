namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Weights set by hand. Where siblings' weights change, they no longer come from equality, judgements or figures.</summary>
public sealed record SetWeights(IReadOnlyDictionary<string, double> Weights) : DraftStep
{
    public override string Name => "weights.set";

    public override Database.Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        var changed = definition.Nodes.Where(n => Weights.TryGetValue(n.Code, out var weight) && weight != n.Weight).Select(n => n.Code).ToHashSet();
        if (definition.Nodes.FirstOrDefault(n => changed.Contains(n.Code) && !IsWeight(Weights[n.Code])) is { } wrong)
        {
            return new Database.Refusal("draft.weight", "w." + wrong.Code, $"{wrong.Code}“{wrong.Name}”的权重要是 0 到 1000000 的数，小数不超过 6 位。");
        }

        var after = definition with { Nodes = [.. definition.Nodes.Select(n => changed.Contains(n.Code) ? n with { Weight = Weights[n.Code] } : n)] };
        foreach (var group in SiblingGroup.All(after).Where(g => g.Codes.Any(changed.Contains)))
        {
            after = group.With(after, group.WeightingIn(after) with { Method = WeightMethod.Fixed });
        }

        return Done(after, changed.Count == 1 ? $"改 {changed.Single()} 的权重" : $"改 {changed.Count} 个权重");
    }

    public static bool IsWeight(double weight) => weight is >= 0 and <= 1_000_000 && Math.Round(weight, 6) == weight;
}
