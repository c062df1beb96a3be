using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One row of a scheme's table while it is read; keeps what is wrong with it.</summary>
internal sealed class SchemeRow(SheetRow row, IReadOnlyDictionary<string, int> columns)
{
    private readonly List<Refusal> refusals = row.Fault.Length > 0 ? [new Refusal("scheme.row", "File", $"第 {row.Number} 行：{row.Fault}")] : [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Text of a cell; structure files write NA where there is nothing.</summary>
    public string this[string head] => columns[head] < 0 || CellText.Trim(row[columns[head]]) is var text && text is "NA" ? "" : CellText.Trim(row[columns[head]]);

    /// <summary>Whether the file tells types as structure files do: only there other types are left out.</summary>
    public bool IsTypedStructure => columns["Type"] >= 0 && this["Type"] is "Indicator" or "Aggregate" or "Denominator" or "Group" or "Other";

    public SchemeNode Node(bool isItem, SchemeScaling scaling)
    {
        var name = this["名称"];
        return new SchemeNode(this["代码"], this["上级"], name.Length > 0 ? name : this["代码"], NumberOf("权重") ?? (this["上级"].Length == 0 ? 1 : Missing("权重")))
        {
            Aggregation = isItem ? AggregationKind.Arithmetic : WordOf("合成方法", AggregationKind.Arithmetic),
            Track = WordOf("轨道", Track.None),
            Disconnect = this["对应脱节"],
            ReleasesTo = List("让渡给"),
            Item = isItem ? Describe(scaling) : null,
        };
    }

    private SchemeItem Describe(SchemeScaling scaling)
    {
        var sources = List("来源");
        if (this["方向"].Length == 0)
        {
            Refuse("没有写方向：越高越好写“正向”，越低越好写“逆向”（或 1、-1）。");
        }

        return new SchemeItem(WordOf("方向", Direction.Benefit), WordOf("数据类型", FigureKind.Value), UnitOf())
        {
            Scaling = WordOf("计分方法", scaling),
            Floor = NumberOf("底线"),
            Target = NumberOf("目标"),
            Pool = WordOf("汇总范围", PoolOver.None),
            Sources = [.. sources.Select(s => SchemeWords.Parse<FigureSource>(s) ?? Unknown<FigureSource>("来源", s))],
            Weighted = this["按重要性加权"] is "是" or "1" or "TRUE",
            RatingSteps = (int)(NumberOf("评分档数") ?? 0),
            LeastSize = (int)(NumberOf("最少个数") ?? 0),
            Supplier = this["提供单位"] is { Length: > 0 } supplier ? supplier : null,
            Definition = this["口径"],
        };
    }

    // Structure files write a long unit; it says nothing a figure needs.
    private string UnitOf() => this["单位"] is { Length: <= 10 } unit ? unit : "";

    private double? NumberOf(string head)
    {
        var text = this[head];
        if (text.Length == 0)
        {
            return null;
        }

        if (FigureText.Parse(text) is not { } number)
        {
            Refuse($"“{head}”写的“{text}”不是数字。");
            return 0;
        }

        return number;
    }

    private double Missing(string head)
    {
        Refuse($"没有写“{head}”。");
        return 0;
    }

    private T WordOf<T>(string head, T otherwise) where T : struct, Enum =>
        this[head].Length == 0 ? otherwise : SchemeWords.Parse<T>(this[head]) ?? Unknown<T>(head, this[head]);

    private T Unknown<T>(string head, string word) where T : struct, Enum
    {
        Refuse($"“{head}”写的“{word}”不认得，请写：{SchemeWords.All<T>()}。");
        return default;
    }

    private string[] List(string head) => this[head].Split(['、', ',', '，', '/', ' '], StringSplitOptions.RemoveEmptyEntries);

    private void Refuse(string message) => refusals.Add(new Refusal("scheme.row", "File", $"第 {row.Number} 行（{this["代码"]}）：{message}"));
}
