using Yipanqi.Web.Database;
using Track = Yipanqi.Engine.CompositeIndex.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One expert's judgements kept in the draft, new or in place of earlier ones. They become weights only when taken for them.</summary>
/// <param name="At">Place of the expert; null adds one.</param>
public sealed record KeepJudgement(string Node, Track Track, int? At, ExpertJudgement Judgement) : DraftStep
{
    public override string Name => "judgement.kept";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (SiblingGroup.Find(definition, Node, Track) is not { } group)
        {
            return NoNode(Node);
        }

        if (Check(group.Members.Count) is { Count: > 0 } refusals)
        {
            return Outcome<DraftStepped>.Refused(refusals);
        }

        // Judgements of siblings that are no longer the same are worth nothing: the first new one begins the table anew.
        var weighting = group.WeightingIn(definition);
        var experts = group.Codes.SequenceEqual(weighting.Codes ?? []) ? weighting.Experts?.ToList() ?? [] : [];
        if (At is { } at && at >= 0 && at < experts.Count)
        {
            experts[at] = Judgement;
        }
        else if (experts.Count < ExpertJudgement.MostExperts)
        {
            experts.Add(Judgement);
        }
        else
        {
            return new Refusal("judgement.most", "", $"最多 {ExpertJudgement.MostExperts} 位专家。");
        }

        var method = weighting.Method is WeightMethod.Ahp or WeightMethod.Blend ? WeightMethod.Fixed : weighting.Method;
        return Done(group.With(definition, weighting with { Method = method, Codes = group.Codes, Experts = experts, Reason = null }), $"填写一位专家对 {Node} 下级的两两比较");
    }

    private List<Refusal> Check(int size)
    {
        var refusals = new List<Refusal>();
        if (Judgement.Name.Length is 0 or > 40)
        {
            refusals.Add(new("judgement.name", "Expert", "请写专家的称呼，40 字以内；也可以只写“专家一”。"));
        }

        if (!(Judgement.Vote is > 0 and <= 1000))
        {
            refusals.Add(new("judgement.vote", "Vote", "专家的份量要是大于 0 的数，一般为 1。"));
        }

        if (size is < 2 or > JudgementRules.MostSiblings)
        {
            refusals.Add(new("judgement.size", "", $"两两比较要有 2–{JudgementRules.MostSiblings} 个下级，这里有 {size} 个。请先分组。"));
        }
        else if (Judgement.Steps.Count != ExpertJudgement.PairsOf(size) || !Judgement.Steps.All(ExpertJudgement.IsStep))
        {
            refusals.Add(new("judgement.steps", "", "每对下级都要比较，取 1–9 或其倒数。"));
        }

        return refusals;
    }
}
