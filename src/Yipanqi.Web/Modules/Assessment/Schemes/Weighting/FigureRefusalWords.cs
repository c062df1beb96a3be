using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the engine refuses about weights from figures, as a sentence for people.</summary>
internal static class FigureRefusalWords
{
    public static string Of(IndexRefusedException refused, SiblingGroup group)
    {
        var which = refused.Column is { } column && column < group.Members.Count ? $"{group.Members[column].Code}“{group.Members[column].Name}”" : "这些下级";
        return refused.Code switch
        {
            "constant_column" => $"{which}在这一季各单位全都一样，分不出轻重，不能用客观赋权。请换一季，或用等权、主观权重。",
            "too_few_units" => $"{which}在这一季不足两家单位有数，不能用客观赋权。请换一季，或用等权、主观权重。",
            "correlation_undefined" => $"{which}与另一个下级同时有数的单位里没有变化，算不出相关系数。请用熵权，或用主观权重。",
            "value_negative" or "column_sums_to_zero" => $"{which}的数有负数或合计为 0，不能算熵。请用 CRITIC，或用主观权重。",
            "weights_sum_to_zero" => "各下级的数都分不出轻重，客观权重全为 0。请用等权或主观权重。",
            "weight_negative" => "权重要是 0 或正数。",
            "share_outside_0_1" => "主观权重的比重 α 应在 0 到 1 之间。",
            _ => $"这样的数算不出权重（{refused.Code}）。请用等权或主观权重。",
        };
    }
}
