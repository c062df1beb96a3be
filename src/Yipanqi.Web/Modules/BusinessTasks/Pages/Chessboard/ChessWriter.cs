using System.Globalization;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Shell.Chess;
using Yipanqi.Web.Shell.Levels;
using Yipanqi.Web.Shell.Parts;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Chessboard;

/// <summary>A task of the chessboard in words: dates, days, the sentence read out, what comes next.</summary>
public sealed class ChessWriter(T t, int year, bool hasAssess)
{
    // A board names the same days again and again.
    private readonly Dictionary<DateOnly, (string Short, string Long)> days = [];

    public int Year => year;

    public bool HasAssess => hasAssess;

    public ChessRow RowOf(ChessTask task) => new(task.Title, FusionLinks.Task(task.Id), NoteOf(task), CellsOf(task), NextOf(task)) { Anchor = AnchorOf(task.Id) };

    public static string AnchorOf(Guid task) => $"t-{task:N}";

    public static StoneState StoneOf(StageCell cell) => cell.State switch
    {
        StageState.Joined => StoneState.Both,
        StageState.PartyMissing => cell.IsLate ? StoneState.PartyLate : StoneState.OnlyBusiness,
        StageState.BusinessMissing => cell.IsLate ? StoneState.BusinessLate : StoneState.OnlyParty,
        StageState.BothMissing => StoneState.BothMissing,
        _ => StoneState.Waiting,
    };

    /// <summary>A day in a dense cell; with its year where that is not the board's.</summary>
    public string Short(DateOnly day) => Written(day).Short;

    public string Long(DateOnly day) => Written(day).Long;

    public string Says(TaskStage stage, StageCell cell) => (cell.State, cell.IsLate) switch
    {
        (StageState.Joined, _) when ChessTask.IsApart(stage, cell) => t["两轨相差 {0} 天", cell.LagDays],
        (StageState.Joined, _) => cell.LagDays == 0 ? t["同一天"] : t["差 {0} 天", cell.LagDays],
        (StageState.PartyMissing, true) => t["党建逾期 {0} 天", cell.LateDays],
        (StageState.BusinessMissing, true) => t["业务逾期 {0} 天", cell.LateDays],
        (StageState.BothMissing, _) => t["两轨均缺 {0} 天", cell.LagDays],
        _ => t[FusionWords.Of(cell.State)],
    };

    public string Spoken(TaskStage stage, StageCell cell) =>
        HasOthers(cell) ? Told(stage, cell) + t["另有{0}个结合点。", cell.Others] : Told(stage, cell);

    // Other points of a stage that is due; before, none of them lacks anything.
    private static bool HasOthers(StageCell cell) => cell.Others > 0 && cell.State != StageState.NotDue;

    private string Told(TaskStage stage, StageCell cell)
    {
        var name = t[FusionWords.Of(stage)];
        return (cell.State, cell.IsLate) switch
        {
            (StageState.Joined, _) => t["{0}：双轨到位，党建{1}，业务{2}，相差{3}天。", name, Long(cell.PartyDay!.Value), Long(cell.BusinessDay!.Value), cell.LagDays],
            (StageState.PartyMissing, false) => t["{0}：只有业务，{1}；党建没有记录，应在{2}前。", name, Long(cell.BusinessDay!.Value), Long(cell.LimitDay)],
            (StageState.PartyMissing, true) => t["{0}：业务{1}已到位，党建逾期{2}天。", name, Long(cell.BusinessDay!.Value), cell.LateDays],
            (StageState.BusinessMissing, false) => t["{0}：只有党建，{1}；业务没有记录，应在{2}前。", name, Long(cell.PartyDay!.Value), Long(cell.LimitDay)],
            (StageState.BusinessMissing, true) => t["{0}：党建{1}已到位，业务逾期{2}天。", name, Long(cell.PartyDay!.Value), cell.LateDays],
            (StageState.BothMissing, _) => t["{0}：两轨均缺，应在{1}前，已缺{2}天。", name, Long(cell.LimitDay), cell.LagDays],
            _ => t["{0}：未到期，{1}前。", name, Long(cell.LimitDay)],
        };
    }

    private (string Short, string Long) Written(DateOnly day)
    {
        if (!days.TryGetValue(day, out var written))
        {
            days[day] = written = (day.ToString(day.Year == year ? "MM-dd" : "yy-MM-dd", CultureInfo.InvariantCulture), t["{0}月{1}日", day.Month, day.Day]);
        }

        return written;
    }

    private ChessCell?[] CellsOf(ChessTask task)
    {
        var cells = new ChessCell?[hasAssess ? StageTimes.All.Count : StageTimes.All.Count - 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = task.Cells[i] is { } cell ? CellOf(task, StageTimes.All[i], cell) : null;
        }

        return cells;
    }

    private ChessCell CellOf(ChessTask task, TaskStage stage, StageCell cell)
    {
        var waits = cell.State == StageState.NotDue;
        return new ChessCell(
            t[FusionWords.Of(stage)], StoneOf(cell), cell.LagDays, waits ? Short(cell.LimitDay) : Day(cell.PartyDay, cell), waits ? null : Day(cell.BusinessDay, cell), Says(stage, cell),
            Spoken(stage, cell))
        {
            IsApart = ChessTask.IsApart(stage, cell),
            More = HasOthers(cell) ? t["另 {0} 个", cell.Others] : null,
            Href = FusionLinks.Stage(task.Id, stage),
        };
    }

    private string Day(DateOnly? there, StageCell cell) => there is { } day ? Short(day) : t["应 {0}", Short(cell.LimitDay)];

    private string NoteOf(ChessTask task)
    {
        var lead = task.Lead.Length > 0 ? task.Lead : t["待认领"];
        return task.Points.Count switch
        {
            0 => t["{0} · 没有结合点", lead],
            1 => $"{lead} · {task.Points[0].Name}",
            _ => t["{0} · {1} 个结合点", lead, task.Points.Count],
        };
    }

    private ChessNext NextOf(ChessTask task)
    {
        var (stage, cell) = task.Worst;
        var name = t[FusionWords.Of(stage)];
        var party = cell.WorstPoint >= 0 ? task.Points[cell.WorstPoint].Party : t["先登记结合点"];
        return (cell.State, cell.IsLate) switch
        {
            (StageState.BothMissing, _) => new(ChipState.Late, t["两轨均缺"], t["两边都补上{0}", name], task.Lead),
            (StageState.PartyMissing, _) => new(cell.IsLate ? ChipState.Late : ChipState.Returned, t[cell.IsLate ? "党建逾期" : "缺党建"], Until(t["补党建的{0}", name], cell), party),
            (StageState.BusinessMissing, _) => new(cell.IsLate ? ChipState.Late : ChipState.Returned, t[cell.IsLate ? "业务逾期" : "缺业务"], Until(t["补业务的{0}", name], cell), task.Lead),
            (StageState.Joined, _) => Ahead(task, ChessTask.IsApart(stage, cell) ? new(ChipState.UnderWay, t["相差大"], "", task.Lead) : new(ChipState.Done, t["双轨到位"], "", task.Lead)),
            _ => Ahead(task, new(ChipState.NotBegun, t["未到期"], "", task.Lead)),
        };
    }

    private string Until(string step, StageCell cell) => cell.IsLate ? step : t["{0}，{1}前", step, Short(cell.LimitDay)];

    private ChessNext Ahead(ChessTask task, ChessNext next)
    {
        foreach (var (stage, cell) in task.Stages)
        {
            if (cell.State == StageState.NotDue)
            {
                return next with { Step = t["{0}，{1}前", t[FusionWords.Of(stage)], Short(cell.LimitDay)] };
            }
        }

        return next with { Step = t["各阶段都已到位"], Who = "" };
    }
}
