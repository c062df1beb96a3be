using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A scheme as a table, one row for a node. Reads what it writes, and the structure files of the international index tools
/// (iCode, iName, Level, Parent, Direction, Weight, Type). A row that no other names as its parent is an item.
/// </summary>
public static class SchemeTable
{
    private static readonly string[][] Heads =
    [
        ["代码", "iCode", "Code"], ["名称", "iName", "Name"], ["上级", "Parent"], ["权重", "Weight"], ["合成方法", "Aggregation"], ["轨道", "Track"], ["对应脱节"], ["让渡给"],
        ["方向", "Direction"], ["数据类型", "Kind of figure"], ["单位", "Unit"], ["计分方法", "Scaling"], ["底线", "Floor"], ["目标", "Target"], ["汇总范围", "Pool"],
        ["来源"], ["按重要性加权"], ["评分档数"], ["最少个数"], ["提供单位", "提供部门", "Supplier"], ["口径", "Definition"], ["Type"],
    ];

    /// <summary>Rows of other types in a structure file describe units, not the index.</summary>
    private static readonly string[] NodeTypes = ["Indicator", "Aggregate"];

    public static IReadOnlyList<TableColumn> Columns { get; } = [.. Heads.Where(h => h[0] != "Type").Select(h => new TableColumn(h[0], h[0] is "口径" ? 60 : h[0] is "名称" ? 28 : 12))];

    public static IEnumerable<IReadOnlyList<TableCell>> Rows(SchemeDefinition definition) => definition.Nodes.Select(n => (IReadOnlyList<TableCell>)
    [
        n.Code, n.Name, n.Parent, n.Weight, n.Item is null ? SchemeWords.NameOf(n.Aggregation) : "", n.Track == Track.None ? "" : SchemeWords.NameOf(n.Track), n.Disconnect,
        string.Join('、', n.ReleasesTo),
        .. n.Item is { } i
            ? new TableCell[]
            {
                SchemeWords.NameOf(i.Direction), SchemeWords.NameOf(i.Kind), i.Unit, SchemeWords.NameOf(i.Scaling), Number(i.Floor), Number(i.Target), SchemeWords.NameOf(i.Pool),
                string.Join('、', i.Sources.Select(SchemeWords.NameOf)), i.Weighted ? "是" : "", i.RatingSteps > 0 ? i.RatingSteps : "", i.LeastSize > 0 ? i.LeastSize : "", i.Supplier ?? "", i.Definition,
            }
            : Enumerable.Repeat((TableCell)"", 13),
    ]);

    /// <summary>Reads the nodes, or answers every faulty row by its number and node.</summary>
    /// <param name="scaling">Method of the items whose row names none.</param>
    public static Outcome<IReadOnlyList<SchemeNode>> Read(Sheet sheet, SchemeScaling scaling)
    {
        var head = sheet.Rows[0];
        var columns = Heads.ToDictionary(h => h[0], h => Enumerable.Range(0, head.Cells.Count).FirstOrDefault(c => h.Any(w => CellText.HeadKey(w) == CellText.HeadKey(head[c])), -1));
        if (columns["代码"] < 0 || columns["上级"] < 0 || columns["权重"] < 0)
        {
            return new Refusal("scheme.heads", "File", "表头里要有“代码”“上级”“权重”（或 iCode、Parent、Weight）三列。");
        }

        var rows = sheet.Rows.Skip(1).Select(r => new SchemeRow(r, columns)).Where(r => r["Type"].Length == 0 || NodeTypes.Contains(r["Type"]) || !r.IsTypedStructure).ToList();
        var parents = rows.Select(r => r["上级"]).Where(p => p.Length > 0).ToHashSet();
        var nodes = rows.Select(r => r.Node(isItem: !parents.Contains(r["代码"]), scaling)).ToList();
        var refusals = rows.SelectMany(r => r.Refusals).ToList();
        return refusals.Count > 0 ? Outcome<IReadOnlyList<SchemeNode>>.Refused(refusals) : nodes;
    }

    private static TableCell Number(double? number) => number is { } known ? known : "";
}
