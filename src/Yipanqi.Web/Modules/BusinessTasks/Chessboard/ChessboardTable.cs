using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>The chessboard as a file: one row a task, four columns a stage.</summary>
internal static class ChessboardTable
{
    public static IResult Of(string? format, ChessboardView view)
    {
        var stages = StageTimes.All.Take(view.HasAssess ? StageTimes.All.Count : StageTimes.All.Count - 1).ToList();
        var columns = new List<TableColumn> { new("任务编号", 14), new("任务", 36), new("重要性", 10), new("牵头单位", 18), new("结合点", 10) };
        columns.AddRange(stages.SelectMany(s => new[] { "党建", "业务", "相差天数", "状态" }.Select(c => new TableColumn($"{FusionWords.Of(s)} {c}", 13))));
        return TableDownload.Of(format, $"一盘棋 {DayText.Write(view.Filter.Day)}", columns, view.Shown.Select(t => Row(t, stages)));
    }

    private static IReadOnlyList<TableCell> Row(ChessTask task, List<TaskStage> stages) =>
        [task.Code, task.Title, TaskWords.Of(task.Importance), task.Lead, task.Points.Count, .. stages.SelectMany(s => Cells(task.Cells[(int)s - 1]))];

    private static IEnumerable<TableCell> Cells(StageCell? cell) => cell is not { } there
        ? ["", "", "", ""]
        : [DayText.Write(there.PartyDay), DayText.Write(there.BusinessDay), there.IsPassed ? there.LagDays : "", FusionWords.Of(there.State) + (there.IsLate ? $"，逾期 {there.LateDays} 天" : "")];
}
