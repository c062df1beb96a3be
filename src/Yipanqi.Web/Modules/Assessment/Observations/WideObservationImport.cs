using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Observations in wide form: one row for a unit, one column for an item, known by its code or name. An empty cell says nothing:
/// no observation is made of it, and what that means is said by the scheme (not reported, or left out).
/// </summary>
public sealed class WideObservationImport(TimeProvider clock, SourcedItems sourced) : ObservationImport(clock, sourced)
{
    public override string Code => "observations-wide";

    public override string Title => "季度数据（一行一单位）";

    public override string Description => "每行一个单位，每列一个指标，表头写指标代码。空格表示没有上报。";

    public override async Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var definition = await DefinitionAsync(db, parameters, cancellation);
        return [UnitColumn, .. definition?.Nodes.Where(n => n.Item is not null).Select(FieldOf) ?? []];
    }

    private protected override IEnumerable<ObservationCell> Cells(ImportRow row, ObservationSheet sheet) =>
        sheet.Items.Values.Where(n => row[n.Code].Length > 0).Select(n => CellOf(row, n));

    private static ObservationCell CellOf(ImportRow row, SchemeNode node)
    {
        var text = row[node.Code];
        var (value, reason) = (FigureText.Parse(text), AbsenceWords.Parse(text));
        return value is null && reason is null
            ? new(node.Code, node.Code, null, row.Wrong(node.Code, $"{node.Code}：“{text}”不是数字。没有数请留空，或写：{AbsenceWords.All}。"))
            : ObservationCell.Of(row, node, new Reported(value, Absence: reason ?? AbsenceReason.None), _ => node.Code);
    }

    private static ImportField FieldOf(SchemeNode node) =>
        new(node.Code, $"{node.Code} {node.Name}", false, HelpOf(node), [node.Name], []);

    private static string HelpOf(SchemeNode node) =>
        node.Item!.Unit.Length > 0 ? $"{node.Item.Definition}单位：{node.Item.Unit}。" : node.Item.Definition;
}
