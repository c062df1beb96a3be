using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>Reads what was written of a milestone, and says what is wrong with it.</summary>
internal static class MilestoneText
{
    public sealed record Facts(string Title, DateOnly? PlannedFrom, DateOnly DueDay);

    public static Outcome<Facts> Read(MilestoneValues values)
    {
        var refusals = new List<Refusal>();
        Add(nameof(values.Title), values.Title.Length == 0 ? "节点没有填。" : TaskText.TooLong("节点", values.Title, Milestone.TitleLength));
        Add(nameof(values.PlannedFrom), DayText.TryRead(values.PlannedFrom, out var from) ? null : "计划开始日期读不懂，请写成 2026-01-01 的样子；没有的空着。");
        var readable = DayText.TryRead(values.DueDay, out var due);
        Add(nameof(values.DueDay), readable && due is not null ? null : "计划完成日期没有填或读不懂，请写成 2026-06-30 的样子。");
        Add(nameof(values.DueDay), due < from ? "计划完成日期早于计划开始日期。请改正其中一个。" : null);
        return refusals.Count > 0 ? Outcome<Facts>.Refused(refusals) : new Facts(values.Title, from, due!.Value);

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(TaskText.Fault(field, message));
            }
        }
    }

    /// <summary>Imports know a milestone by its title, so a task has each only once.</summary>
    public static Refusal SameTitle(string title) => TaskText.Fault(nameof(MilestoneValues.Title), $"这项任务已有节点“{title}”。请改那个节点，或换一个名称。");

    public static Refusal? DoneFault(string field, DateOnly? done, BusinessTask task, DateOnly today) =>
        done > today || done < task.StartDay ? TaskText.Fault(field, $"完成日期要在 {DayText.Write(task.StartDay)} 到今天之间。") : null;
}
