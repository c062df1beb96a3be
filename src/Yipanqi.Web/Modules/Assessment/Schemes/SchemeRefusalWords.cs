using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the engine refuses about a scheme, as a sentence for people: which node, and what to do.</summary>
internal static class SchemeRefusalWords
{
    public static string Of(IndexRefusedException refused)
    {
        var node = SchemeCheck.NodeOf(refused.Message);
        var at = node.Length > 0 ? $"节点 {node}：" : "";
        return at + refused.Code switch
        {
            "code_missing" => "有下级节点没有代码，请补上。",
            "code_repeated" => "代码重复，请改其中一个。",
            "root_missing" => "没有总节点：请把最上一级的“上级”留空。",
            "roots_several" => "有多个没有上级的节点，只能有一个总节点，其余请写上级。",
            "parent_unknown" => "所写的上级不存在，请补上该节点或改正代码。",
            "parents_in_a_circle" => "上下级绕成了圈，请改正上级。",
            "rule_missing" => "没有下级，也没有计分方法：请补上方向和计分方法，或补上下级。",
            "rule_on_aggregate" => "有下级的节点不能再写计分方法。",
            "depth_uneven" => "同级节点之下层数不同，请补一层或减一层，使层数相同。",
            "weight_negative" => "权重要是 0 或正数。",
            "weights_all_zero" => "下级权重全为 0，至少要有一个大于 0。",
            "weight_not_scaled" => "权重小数位不超过 6 位，且不过大。",
            "track_not_below_root" => "只有总节点的直接下级可以标明党建或业务。",
            "release_target_wrong" => "权重让渡的对象应是其上级的同级节点，且同一处只能有一个节点让渡。",
            "goalposts_missing" => "按底线和目标计分的，要写底线和目标。",
            "goalposts_equal" => "底线与目标相同，无法计分。",
            "goalposts_against_direction" => "底线与目标的先后和方向不符：正向的目标应高于底线，逆向的目标应低于底线。",
            "bounds_reversed" => "分数下限应低于上限。",
            "scale_mixed" => "各指标须在同一分数量程（0–100 或 1–100）。",
            "scale_needs_one" => "几何或调和平均要用 1–100 的量程：请把最低分改为 1，或改用算术平均。",
            "means_differ_in_level" => "同一层节点的合成方法须相同。",
            _ => $"方案无法计算（{refused.Code}）。",
        };
    }
}
