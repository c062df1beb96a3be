using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>Takes away a milestone that was entered by mistake; one that was met stays.</summary>
public sealed class RemoveMilestone(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, Guid MilestoneId, int Version);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        MilestoneAccess.RunAsync(unitOfWork, actor, input.TaskId, input.MilestoneId, input.Version, (db, _, milestone) => SaveAsync(db, actor, milestone, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Milestone milestone, CancellationToken cancellation)
    {
        if (milestone.DoneDay is not null)
        {
            return new Refusal("milestone.met", "", "没有删除。这个节点已经完成；记错的，请先改为未完成。");
        }

        db.Remove(milestone);
        await db.SaveAsync(
            new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "milestone.removed", nameof(BusinessTask), milestone.TaskId, "", MilestoneChange.Detail(milestone)), cancellation);
        return milestone.TaskId;
    }
}
