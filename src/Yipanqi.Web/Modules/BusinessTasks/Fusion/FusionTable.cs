using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>The list of fusion points as a file.</summary>
internal static class FusionTable
{
    private static readonly string[] Heads = ["结合点", "类别", "党组织", "任务编号", "任务", "要改变什么", "为了谁", "怎样衡量", "状态", "从哪天起", "哪天结束", "走到哪一步", "评分"];

    public static IResult Of(string? format, List<FusionLine> lines) => TableDownload.Of(
        format, "结合点", [.. Heads.Select(h => new TableColumn(h, h is "结合点" or "任务" or "要改变什么" or "怎样衡量" ? 30 : 14))], lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Name, MeasureKind.NameOf(l.Kind), l.Party, l.TaskCode, l.Task, l.Change, l.Whom, l.Measure, FusionWords.Of(l.State), DayText.Write(l.FromDay), DayText.Write(l.EndedDay),
            l.Stage is { } stage ? FusionWords.Of(stage) : "", l.Rating is { } rating ? rating : "",
        ]));
}
