using System.Globalization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What is said of a scheme and its nodes, aspect by aspect, as people read it.</summary>
internal static class Aspects
{
    public static IEnumerable<AspectChange> Of(SchemeDefinition before, SchemeDefinition after) => Differing(
    [
        new("方案名称", before.Name, after.Name),
        new("该报未报的数", Missing(before.NotReported), Missing(after.NotReported)),
        new("级别", before.Levels ? "定绿黄橙红" : "不定级别", after.Levels ? "定绿黄橙红" : "不定级别"),
        new("级别界线", SchemeThresholds.From(before.Limits).ToString(), SchemeThresholds.From(after.Limits).ToString()),
        new("最低分", Number(before.LeastScore), Number(after.LeastScore)),
        new("两轨不同权重的理由", Signed(before.UnequalTracks), Signed(after.UnequalTracks)),
        .. Weightings(before, after),
    ]);

    public static IEnumerable<AspectChange> Of(SchemeNode before, SchemeNode after) => Differing(
    [
        new("名称", before.Name, after.Name),
        new("上级", before.Parent, after.Parent),
        new("权重", Number(before.Weight), Number(after.Weight)),
        new("轨道", SchemeWords.NameOf(before.Track), SchemeWords.NameOf(after.Track)),
        new("合成方法", before.Item is null ? SchemeWords.NameOf(before.Aggregation) : "", after.Item is null ? SchemeWords.NameOf(after.Aggregation) : ""),
        new("让渡给", string.Join('、', before.ReleasesTo), string.Join('、', after.ReleasesTo)),
        new("对应脱节", before.Disconnect, after.Disconnect),
        new("类别", before.Item is null ? "汇总节点" : "计分项目", after.Item is null ? "汇总节点" : "计分项目"),
        .. before.Item is { } old && after.Item is { } now ? OfItem(old, now) : [],
    ]);

    /// <summary>A place among siblings that both versions have.</summary>
    public static IEnumerable<AspectChange> Order(SchemeDefinition before, SchemeDefinition after, SchemeNode node)
    {
        var (old, now) = (Siblings(before), Siblings(after));
        var both = old.Intersect(now).ToHashSet();
        var (was, place) = (old.Where(both.Contains).ToList().IndexOf(node.Code), now.Where(both.Contains).ToList().IndexOf(node.Code));
        return was < 0 || was == place ? [] : [new("次序", $"第 {was + 1} 位", $"第 {place + 1} 位")];

        List<string> Siblings(SchemeDefinition definition) => [.. definition.Nodes.Where(n => n.Parent == node.Parent).Select(n => n.Code)];
    }

    private static string Supplier(SchemeItem item) => item.SupplierId is null ? item.Supplier ?? "" : $"{item.Supplier}（已选定）";

    private static AspectChange[] OfItem(SchemeItem old, SchemeItem now) =>
    [
        new("口径", old.Definition, now.Definition),
        new("方向", SchemeWords.NameOf(old.Direction), SchemeWords.NameOf(now.Direction)),
        new("数据类型", SchemeWords.NameOf(old.Kind), SchemeWords.NameOf(now.Kind)),
        new("计量单位", old.Unit, now.Unit),
        new("计分方法", SchemeWords.NameOf(old.Scaling), SchemeWords.NameOf(now.Scaling)),
        new("底线", GoalpostText.Of(old, old.Floor), GoalpostText.Of(now, now.Floor)),
        new("目标", GoalpostText.Of(old, old.Target), GoalpostText.Of(now, now.Target)),
        new("汇总范围", SchemeWords.NameOf(old.Pool), SchemeWords.NameOf(now.Pool)),
        new("来源", string.Join('、', old.Sources.Select(SchemeWords.NameOf)), string.Join('、', now.Sources.Select(SchemeWords.NameOf))),
        new("提供单位", Supplier(old), now.SupplierId != old.SupplierId && Supplier(now) == Supplier(old) ? $"{now.Supplier}（改为另一个同名单位）" : Supplier(now)),
        new("按重要性加权", old.Weighted ? "是" : "否", now.Weighted ? "是" : "否"),
        new("评分档数", Number(old.RatingSteps), Number(now.RatingSteps)),
        new("最少个数", Number(old.LeastSize), Number(now.LeastSize)),
    ];

    private static IEnumerable<AspectChange> Weightings(SchemeDefinition before, SchemeDefinition after)
    {
        var keys = SiblingGroup.All(after).Select(g => (g.Parent.Code, g.Track));
        return keys.Select(k => new AspectChange($"{k.Code} 下级的权重来历", Origin(before, k.Code, k.Track), Origin(after, k.Code, k.Track)));
    }

    private static string Origin(SchemeDefinition definition, string node, Engine.CompositeIndex.Track track)
    {
        var weighting = definition.Weightings?.FirstOrDefault(w => w.Node == node && w.Track == track);
        return weighting is null ? SchemeWords.NameOf(WeightMethod.Fixed) : WeightingText.Of(weighting);
    }

    private static IEnumerable<AspectChange> Differing(IEnumerable<AspectChange> all) => all.Where(a => a.Before != a.After);

    private static string Missing(MissingPolicy policy) => policy == MissingPolicy.CountsZero ? "计最低分，已报不足三分之二则无数据" : "连同权重一起剔除";

    private static string Signed(SignedReason? reason) => reason is null ? "" : $"{reason.Text}（{reason.By}，{reason.On:yyyy-MM-dd}）";

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
