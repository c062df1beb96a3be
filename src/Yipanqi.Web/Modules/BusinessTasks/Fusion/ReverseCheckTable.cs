using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>The lists of the reverse check as files.</summary>
internal static class ReverseCheckTable
{
    public static IResult Of(string? format, List<OpenTaskLine> lines) => TableDownload.Of(
        format, "没有结合点的任务", Columns("任务编号", "任务", "重要性", "牵头单位", "开始", "期限", "轮到谁", "结束过的结合点"),
        lines.Select(l => (IReadOnlyList<TableCell>)
            [l.Code, l.Title, TaskWords.Of(l.Importance), l.Lead.Length > 0 ? l.Lead : l.LeadText, DayText.Write(l.StartDay), DayText.Write(l.DueDay), l.Turn, l.Ended]));

    public static IResult Of(string? format, List<MeasureLine> lines) => TableDownload.Of(
        format, "没有任务的党建举措", Columns("编号", "党建举措", "类别", "从哪天起", "到哪天", "轮到谁"),
        lines.Select(l => (IReadOnlyList<TableCell>)
            [l.Code, l.Name, MeasureKind.NameOf(l.Kind), DayText.Write(l.FromDay), DayText.Write(l.ToDay), l.Unit.Length > 0 ? l.Unit : l.UnitText]));

    public static IResult Of(string? format, List<LoosePointLine> lines) => TableDownload.Of(
        format, "任务已结束的结合点", Columns("结合点", "类别", "原任务编号", "原任务", "任务办结", "轮到谁"),
        lines.Select(l => (IReadOnlyList<TableCell>)[l.Name, MeasureKind.NameOf(l.Kind), l.TaskCode, l.Task, DayText.Write(l.DoneDay), l.Turn]));

    private static List<TableColumn> Columns(params string[] heads) => [.. heads.Select(h => new TableColumn(h, h is "任务" or "原任务" or "结合点" or "党建举措" ? 30 : 14))];
}
