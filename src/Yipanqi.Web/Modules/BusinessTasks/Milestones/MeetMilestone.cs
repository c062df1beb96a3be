using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>Says on which day a milestone was met, or that it was not after all.</summary>
public sealed class MeetMilestone(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Day">Empty where it had been told by mistake.</param>
    public sealed record Input(Guid TaskId, Guid MilestoneId, int Version, string Day);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        MilestoneAccess.RunAsync(unitOfWork, actor, input.TaskId, input.MilestoneId, input.Version, (db, task, milestone) => SaveAsync(db, actor, task, milestone, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Milestone milestone, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!DayText.TryRead(input.Day, out var day))
        {
            return TaskText.Fault(nameof(input.Day), "完成日期读不懂，请写成 2026-10-16 的样子。");
        }

        if (MilestoneText.DoneFault(nameof(input.Day), day, task, ChinaTime.DayOf(now)) is { } fault)
        {
            return fault;
        }

        if (milestone.Meet(day))
        {
            var action = day is null ? "milestone.reopened" : "milestone.met";
            await db.SaveAsync(new Change(actor.PersonId, now, action, nameof(BusinessTask), task.Id, "", MilestoneChange.Detail(milestone)), cancellation);
        }

        return milestone.Id;
    }
}
