using Yipanqi.Web.Database;
using Track = Yipanqi.Engine.CompositeIndex.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An expert's judgements taken out of the draft.</summary>
public sealed record DropJudgement(string Node, Track Track, int At) : DraftStep
{
    public override string Name => "judgement.dropped";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (SiblingGroup.Find(definition, Node, Track) is not { } group || group.Stored(definition) is not { Experts: { } experts } weighting || At < 0 || At >= experts.Count)
        {
            return new Refusal("judgement.unknown", "", "没有这位专家的判断，可能已被移除。请刷新后再看。");
        }

        var left = experts.Where((_, at) => at != At).ToList();
        var method = weighting.Method is WeightMethod.Ahp or WeightMethod.Blend ? WeightMethod.Fixed : weighting.Method;
        return Done(group.With(definition, weighting with { Method = method, Experts = left.Count > 0 ? left : null, Reason = null }), $"移除一位专家对 {Node} 下级的两两比较");
    }
}
