using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Whether what a scheme says of the origin of its weights can be read, and whether it is true.</summary>
internal static class WeightingCheck
{
    private const double Rounding = 2e-6;

    /// <summary>Faults of form, which no version may have.</summary>
    public static IEnumerable<Refusal> Form(SchemeDefinition definition)
    {
        foreach (var weighting in definition.Weightings ?? [])
        {
            if (SiblingGroup.Find(definition, weighting.Node, weighting.Track) is null || definition.Weightings!.Count(w => (w.Node, w.Track) == (weighting.Node, weighting.Track)) > 1)
            {
                yield return Of(weighting, "没有这样的同级节点，或写了两次。");
            }
            else if (FaultOf(weighting) is { } fault)
            {
                yield return Of(weighting, fault);
            }
        }
    }

    /// <summary>What stands in the way of submitting: judgements that may not be used, weights that are not what they are said to come from.</summary>
    public static IEnumerable<Refusal> Truth(SchemeDefinition definition)
    {
        foreach (var weighting in definition.Weightings ?? [])
        {
            var group = SiblingGroup.Find(definition, weighting.Node, weighting.Track);
            if (group is null || weighting.Method == WeightMethod.Fixed)
            {
                continue;
            }

            var judged = weighting.Method == WeightMethod.Ahp || (weighting is { Method: WeightMethod.Blend, Experts.Count: > 0 });
            var refusals = judged ? JudgementRules.Check(group, weighting) : [];
            foreach (var refusal in refusals)
            {
                yield return refusal;
            }

            if (refusals.Count == 0 && !Agrees(group, weighting))
            {
                yield return Of(weighting, $"权重写明按“{SchemeWords.NameOf(weighting.Method)}”得出，现在的数或下级已不相符。请重新计算，或改为固定权重。");
            }
        }
    }

    private static bool Agrees(SiblingGroup group, SchemeWeighting weighting)
    {
        double[] weights = [.. group.Members.Select(m => m.Weight)];
        var expected = weighting.Method switch
        {
            WeightMethod.Equal => Weights.Equal(weights.Length),
            WeightMethod.Ahp => [.. JudgementResult.Of(weights.Length, weighting.Experts!, weighting.RandomIndex).Weights],
            _ => null,
        };
        return expected is null
            ? group.Codes.SequenceEqual(weighting.Codes ?? [])
            : weights.Sum() is > 0 and var sum && weights.Zip(expected).All(p => Math.Abs(p.First - (p.Second * sum)) <= Rounding);
    }

    private static string? FaultOf(SchemeWeighting weighting)
    {
        var size = weighting.Codes?.Count ?? 0;
        return weighting switch
        {
            { Alpha: { } alpha } when !(alpha is >= 0 and <= 1) => "主观权重的比重 α 应在 0 到 1 之间。",
            { Method: WeightMethod.Blend } when weighting.Alpha is null || weighting.Objective is not (WeightMethod.Entropy or WeightMethod.Critic) => "综合权重要写 α 和客观方法（熵权或 CRITIC）。",
            { RandomIndex: { } table } when RandomIndexTable.All.All(t => t.Name != table) => $"没有名为 {table} 的随机指标表。",
            { Experts.Count: > ExpertJudgement.MostExperts } => $"最多 {ExpertJudgement.MostExperts} 位专家。",
            { Experts: { } experts } when experts.Any(e => IsFaulty(e, size)) => "有专家的判断不全：每对下级都要比较，取 1–9 或其倒数，专家要有名称和大于 0 的份量。",
            _ => null,
        };
    }

    private static bool IsFaulty(ExpertJudgement expert, int size) =>
        expert.Name.Length is 0 or > 40 || !(expert.Vote is > 0 and <= 1000) || size is 0 or > JudgementRules.MostSiblings
        || expert.Steps.Count != ExpertJudgement.PairsOf(size) || !expert.Steps.All(ExpertJudgement.IsStep);

    private static Refusal Of(SchemeWeighting weighting, string message) => new("weighting.form", weighting.Node, $"节点 {weighting.Node} 下级的权重：{message}");
}
