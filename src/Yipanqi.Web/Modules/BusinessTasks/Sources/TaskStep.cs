using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>What of a task is due on a day: a milestone, or the task itself where it has none.</summary>
internal sealed record TaskStep(TaskInWork Task, string Title, DateOnly From, DateOnly DueDay, DateOnly? DoneDay)
{
    public bool IsOnTime => DoneDay is { } done && done <= DueDay;

    public bool IsOpenOn(DateOnly day) => DoneDay is not { } done || done > day;

    public string Name => Title.Length == 0 ? Task.Name : $"{Task.Name}：{Title}";

    /// <summary>Those that fall due in the quarter, by the day looked at.</summary>
    public static List<TaskStep> DueIn(IEnumerable<TaskStep> steps, SourcePeriod period) => [.. steps.Where(s => s.DueDay >= period.Quarter.FirstDay && s.DueDay <= period.AsOf)];

    public static async Task<List<TaskStep>> LoadAsync(YipanqiDb db, IReadOnlyList<TaskInWork> tasks, CancellationToken cancellation)
    {
        var ids = tasks.Select(t => t.Id).ToArray();
        var milestones = await db.Set<Milestone>().Where(m => EF.Parameter(ids).Contains(m.TaskId)).OrderBy(m => m.DueDay).ThenBy(m => m.Number)
            .Select(m => new { m.TaskId, m.Title, m.PlannedFrom, m.DueDay, m.DoneDay }).ToListAsync(cancellation);
        var byTask = milestones.ToLookup(m => m.TaskId);
        return [.. tasks.SelectMany(t => byTask.Contains(t.Id)
            ? byTask[t.Id].Select(m => new TaskStep(t, m.Title, m.PlannedFrom ?? t.StartDay, m.DueDay, m.DoneDay))
            : [new TaskStep(t, "", t.StartDay, t.DueDay, t.DoneDay)])];
    }
}
