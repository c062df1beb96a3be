using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>When judgements may be taken for weights.</summary>
internal static class JudgementRules
{
    /// <summary>Longest number of siblings that one table of pairs is asked for; beyond it no random index is known.</summary>
    public const int MostSiblings = 15;

    /// <summary>Refused for judgements that contradict each other without a signed reason.</summary>
    public const string Contradictory = "weighting.contradictory";

    /// <summary>Empty where they may.</summary>
    public static IReadOnlyList<Refusal> Check(SiblingGroup group, SchemeWeighting weighting)
    {
        var at = $"节点 {group.Parent.Code}“{group.Parent.Name}”：";
        if (weighting.Experts is not { Count: > 0 } experts)
        {
            return [Of(group, at + "还没有两两比较的判断，请先填写。")];
        }

        if (!group.Codes.SequenceEqual(weighting.Codes ?? []))
        {
            return [Of(group, at + "两两比较之后下级有变动，请重新比较，或改为固定权重。")];
        }

        var result = JudgementResult.Of(group.Members.Count, experts, weighting.RandomIndex);
        return result.IsTableTooShort
            ? [Of(group, at + $"有 {group.Members.Count} 个下级，随机指标表 {SchemeWords.TableName(result.Table.Name)} 只到 {result.Table.LargestSize} 阶，一致性无从检验。请先分组，或指定更长的表。")]
            : result.IsContradictory && weighting.Reason is null
            ? [Of(group, Contradictory, at + $"判断前后矛盾，一致性比率 CR 超过 {Ahp.AcceptableRatio:0.00}。请复核标出的判断，或写明理由并署名。")]
            : [];
    }

    private static Refusal Of(SiblingGroup group, string message) => Of(group, "weighting.judgement", message);

    private static Refusal Of(SiblingGroup group, string code, string message) => new(code, group.Parent.Code, message);
}
