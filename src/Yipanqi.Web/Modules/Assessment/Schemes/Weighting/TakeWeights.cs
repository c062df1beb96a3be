using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Weights of siblings by a method. They keep the sum they had, so that the tracks keep their shares.</summary>
/// <param name="FromFigures">Objective weights of the members, for the methods that rest on figures.</param>
public sealed record TakeWeights(string Node, Track Track, WeightMethod Method, IReadOnlyList<double>? FromFigures = null) : DraftStep
{
    public WeightMethod? Objective { get; init; }

    public string? Quarter { get; init; }

    public double? Alpha { get; init; }

    public string? RandomIndex { get; init; }

    /// <summary>Signed where judgements contradict each other.</summary>
    public SignedReason? Reason { get; init; }

    public override string Name => "weights.taken";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (SiblingGroup.Find(definition, Node, Track) is not { } group)
        {
            return NoNode(Node);
        }

        var known = group.WeightingIn(definition);
        var isJudged = Method == WeightMethod.Ahp || (Method == WeightMethod.Blend && known.Experts is not null);
        var table = RandomIndex ?? known.RandomIndex;
        var reason = isJudged ? Reason : null;
        if (isJudged && JudgementRules.Check(group, known with { RandomIndex = table, Reason = reason }) is { Count: > 0 } refusals)
        {
            return Outcome<DraftStepped>.Refused([.. refusals.Select(r => r with { Field = r.Code == JudgementRules.Contradictory ? nameof(Reason) : "" })]);
        }

        // Judgements of other siblings than there are now are worth nothing.
        var experts = group.Codes.SequenceEqual(known.Codes ?? []) ? known.Experts : null;
        var weighting = known with
        {
            Method = Method,
            Codes = Method is WeightMethod.Fixed or WeightMethod.Equal && experts is null ? null : group.Codes,
            Experts = experts,
            Objective = Objective,
            Quarter = Quarter,
            Alpha = Alpha,
            RandomIndex = table,
            Reason = reason,
        };
        try
        {
            return Done(group.With(definition, weighting, WeightsOf(group, weighting)), $"{Node} 下级的权重按“{SchemeWords.NameOf(Method)}”");
        }
        catch (IndexRefusedException refused)
        {
            return new Refusal("weights." + refused.Code, "", FigureRefusalWords.Of(refused, group));
        }
    }

    private double[] WeightsOf(SiblingGroup group, SchemeWeighting weighting)
    {
        double[] current = [.. group.Members.Select(m => m.Weight)];
        return Method switch
        {
            WeightMethod.Fixed => current,
            WeightMethod.Equal when Track == Track.None => [.. current.Select(_ => 1.0)],
            WeightMethod.Equal => Weights.Apportion(Weights.Equal(current.Length), group.Total),
            WeightMethod.Ahp => Weights.Apportion([.. Judged(group, weighting)], group.Total),
            WeightMethod.Blend => Weights.Apportion(Weights.Blend(weighting.Experts is null ? current : [.. Judged(group, weighting)], [.. FromFigures!], Alpha ?? 0), group.Total),
            _ => Weights.Apportion([.. FromFigures!], group.Total),
        };
    }

    private static IReadOnlyList<double> Judged(SiblingGroup group, SchemeWeighting weighting) => JudgementResult.Of(group.Members.Count, weighting.Experts!, weighting.RandomIndex).Weights;
}
