using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>What changes of one milestone ask first: the task under way, the milestone there and unchanged since it was read.</summary>
internal static class MilestoneAccess
{
    public static readonly Refusal Absent = new("milestone.absent", "", "没有这个节点，可能已经删除。请打开任务核对。");

    public static Task<Outcome<Guid>> RunAsync(
        UnitOfWork unitOfWork, Actor actor, Guid taskId, Guid milestoneId, int version, Func<YipanqiDb, BusinessTask, Milestone, Task<Outcome<Guid>>> change, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(
            unitOfWork, actor, taskId,
            async (db, task) => await db.Set<Milestone>().SingleOrDefaultAsync(m => m.TaskId == taskId && m.Id == milestoneId, cancellation) switch
            {
                null => Absent,
                var milestone when milestone.Version != version => new Refusal(TaskChanges.RacedCode, "", "没有保存。刚才有人改过这个节点。您填的内容还在，请核对后再保存。"),
                var milestone => await change(db, task, milestone),
            },
            cancellation);
}
