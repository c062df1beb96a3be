using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Observations in long form: one row for one figure of one unit, with numerator and denominator.</summary>
public sealed class LongObservationImport(TimeProvider clock, SourcedItems sourced) : ObservationImport(clock, sourced)
{
    private static readonly IReadOnlyList<ImportField> Fields =
    [
        UnitColumn,
        new("item", "指标代码", true, "方案里的指标代码，如 A1.2；也可写指标名称。", ["iCode", "item_code", "指标", "指标编码", "指标名称"], ["A1.2", "A2.4"]),
        new("numerator", "分子", false, "比率的分子；均值的合计。", ["num"], ["18", ""]),
        new("denominator", "分母", false, "比率的分母；均值的个数。为 0 即未到期。", ["den"], ["20", ""]),
        new("value", "数值", false, "没有分子分母的指标填这里；比率可写 0.9 或 90%。", ["值", "得数"], ["", "12"]),
        new("n", "样本数", false, "中位数、均值背后有多少条记录。", ["sample", "样本量", "份数"], ["", "35"]),
        new("parts", "分项计数", false, "评分写 1–5 分各多少份，如 0/1/5/20/12；压力传导从上到下各级写“按期:到期”，如 18:20;15:20；融合增益先融合后未融合，如 9:10;7:12。", ["明细"], ["", ""]),
        new("source", "来源", false, "业务系统或台账的名称。", ["数据来源"], ["住建业务系统", ""]),
        new("reason", "缺数原因", false, $"没有数时写：{AbsenceWords.All}。", ["原因", "absence", "absence_reason"], ["", ""]),
    ];

    public override string Code => "observations";

    public override string Title => "季度数据（一行一数）";

    public override string Description => "每行一个单位的一个指标：分子、分母、数值、来源，或缺数原因。";

    public override Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult(Fields);

    private protected override IEnumerable<ObservationCell> Cells(ImportRow row, ObservationSheet sheet)
    {
        if (sheet.Find(row["item"]) is not { } node)
        {
            yield return new(row["item"], "item", null, row.Wrong("item", $"方案里没有指标“{row["item"]}”。请核对代码。"));
            yield break;
        }

        foreach (var field in new[] { "numerator", "denominator", "value", "n" }.Where(f => row[f].Length > 0 && FigureText.Parse(row[f]) is null))
        {
            yield return new(node.Code, field, null, row.Wrong(field, $"“{row[field]}”不是数字。没有数请写缺数原因。"));
            yield break;
        }

        var reason = row["reason"].Length == 0 ? AbsenceReason.None : AbsenceWords.Parse(row["reason"]);
        if (reason is null)
        {
            yield return new(node.Code, "reason", null, row.Wrong("reason", $"缺数原因“{row["reason"]}”不认得。请写：{AbsenceWords.All}。"));
            yield break;
        }

        var parts = row["parts"].Length == 0 ? null : ObservationParts.Parse(node.Item!, row["parts"]);
        if (parts is null && row["parts"].Length > 0)
        {
            yield return new(node.Code, "parts", null, row.Wrong("parts", $"{node.Code} 的分项计数“{row["parts"]}”写法不对，请看列说明。"));
            yield break;
        }

        var reported = new Reported(
            FigureText.Parse(row["value"]), FigureText.Parse(row["numerator"]), FigureText.Parse(row["denominator"]), FigureText.Parse(row["n"]),
            parts?.Write() ?? "", reason.Value, row["source"]);
        yield return ObservationCell.Of(row, node, reported, field => field);
    }
}
