using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>The lists of task forces and pledges as files.</summary>
internal static class ForcesTable
{
    public static IResult Of(string? format, List<ForceLine> lines) => TableDownload.Of(
        format, "突击队、攻关组", Columns("名称", "类别", "任务", "党组织", "开始", "期限到", "结束", "队员", "目标", "已完成", "外出地点", "外出开始", "外出结束", "外出天数", "临时党组织"),
        lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Name, ForceWords.Of(l.Kind), l.Task, l.Party, DayText.Write(l.FromDay), DayText.Write(l.UntilDay), DayText.Write(l.EndedDay), l.Members, l.Goals, l.Met,
            l.AwayPlace, DayText.Write(l.AwayFrom), DayText.Write(l.AwayUntil), l.AwayDays > 0 ? l.AwayDays : "", DayText.Write(l.TemporaryFrom),
        ]));

    public static IResult Of(string? format, List<PledgeLine> lines) => TableDownload.Of(
        format, "承诺践诺", Columns("姓名", "支部", "任务", "承诺的事", "承诺日期", "期限", "状态", "践诺日期", "践诺情况", "支部意见"),
        lines.Select(l => (IReadOnlyList<TableCell>)
            [l.Person, l.Branch, l.Task, l.Text, DayText.Write(l.MadeDay), DayText.Write(l.DueDay), ForceWords.Of(l.State), DayText.Write(l.FulfilledDay), l.Result, l.Remark]));

    private static List<TableColumn> Columns(params string[] heads) => [.. heads.Select(h => new TableColumn(h, h is "任务" or "承诺的事" or "践诺情况" ? 30 : 14))];
}
