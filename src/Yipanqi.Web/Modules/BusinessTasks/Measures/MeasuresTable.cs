using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures.Import;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>The list of Party measures as a file. The first columns have the heads of the import: what was exported can be imported again and changes nothing.</summary>
internal static class MeasuresTable
{
    private const int WideColumn = 40;

    public static IResult Of(string? format, List<MeasureLine> lines) => TableDownload.Of(
        format, "党建举措",
        [.. MeasureFields.All.Select(f => new TableColumn(f.Label, f.Code is MeasureFields.Name or MeasureFields.Description ? WideColumn : 16)), new TableColumn("状态"), new TableColumn("结合的任务")],
        lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Code, l.Name, MeasureKind.NameOf(l.Kind), l.Description, l.UnitCode.Length > 0 ? l.UnitCode : l.UnitText, DayText.Write(l.FromDay), DayText.Write(l.ToDay), l.Source,
            MeasureText.Of(l.State), l.Tasks,
        ]));
}
