using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>A key task of which something fell due in the quarter, as E3.1 counts it.</summary>
/// <param name="IsMet">All of it that fell due was on time.</param>
/// <param name="IsLinked">A fusion point was live on a day of the quarter.</param>
internal sealed record TaskGain(TaskInWork Task, DateOnly LastDue, bool IsMet, bool IsLinked)
{
    /// <param name="due">What fell due in the quarter.</param>
    public static async Task<List<TaskGain>> LoadAsync(YipanqiDb db, List<TaskStep> due, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, day, ids) = (period.Quarter.FirstDay, period.AsOf, due.Select(s => s.Task.Id).Distinct().ToArray());
        var linked = (await db.Set<FusionPoint>().Where(p => EF.Parameter(ids).Contains(p.TaskId) && p.FromDay <= day && (p.EndedDay == null || p.EndedDay > first))
            .Select(p => p.TaskId).Distinct().ToListAsync(cancellation)).ToHashSet();
        return [.. due.GroupBy(s => s.Task).Select(g => new TaskGain(g.Key, g.Max(s => s.DueDay), g.All(s => s.IsOnTime), linked.Contains(g.Key.Id)))];
    }
}
