using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Reads what was written of a figure, and says what is wrong with it.</summary>
internal static class FigureText
{
    public static Outcome<FigureFacts> Read(FigureValues values, BusinessTask task)
    {
        var refusals = new List<Refusal>();
        Add(nameof(values.Name), values.Name.Length == 0 ? "指标没有填。" : TaskText.TooLong("指标", values.Name, KeyFigure.NameLength));
        Add(nameof(values.Unit), TaskText.TooLong("计量单位", values.Unit, KeyFigure.UnitLength));
        var direction = FigureWords.DirectionOf(values.Direction);
        Add(nameof(values.Direction), direction is null ? "方向请填“越高越好”或“越低越好”。" : null);
        Add(nameof(values.Target), FigureWords.TryRead(values.Target, out var target) ? null : "目标值要填一个数，如 92 或 4.5。");
        Add(nameof(values.DueDay), DayText.TryRead(values.DueDay, out var due) ? null : "完成时限读不懂，请写成 2026-12-31 的样子；和任务相同的空着。");
        return refusals.Count > 0 ? Outcome<FigureFacts>.Refused(refusals) : new FigureFacts(values.Name, values.Unit, direction!.Value, target, due ?? task.DueDay);

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(TaskText.Fault(field, message));
            }
        }
    }

    public static Refusal? DayFault(string field, DateOnly? day, BusinessTask task, DateOnly today) =>
        day is null ? TaskText.Fault(field, "截至日期没有填或读不懂，请写成 2026-09-30 的样子。")
        : day > today || day < task.StartDay ? TaskText.Fault(field, $"截至日期要在 {DayText.Write(task.StartDay)} 到今天之间。") : null;
}
