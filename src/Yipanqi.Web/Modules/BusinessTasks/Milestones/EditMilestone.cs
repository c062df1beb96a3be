using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>Changes a milestone's words and days; the journal keeps both.</summary>
public sealed class EditMilestone(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid TaskId, Guid MilestoneId, int Version, MilestoneValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        MilestoneAccess.RunAsync(unitOfWork, actor, input.TaskId, input.MilestoneId, input.Version, (db, _, milestone) => SaveAsync(db, actor, milestone, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Milestone milestone, Input input, CancellationToken cancellation)
    {
        var facts = MilestoneText.Read(input.Values);
        if (!facts.IsDone)
        {
            return Outcome<Guid>.Refused(facts.Refusals);
        }

        var title = facts.Value.Title;
        if (title != milestone.Title && await db.Set<Milestone>().AnyAsync(m => m.TaskId == milestone.TaskId && m.Title == title, cancellation))
        {
            return MilestoneText.SameTitle(title);
        }

        if (milestone.Describe(facts.Value.Title, facts.Value.PlannedFrom, facts.Value.DueDay))
        {
            await db.SaveAsync(
                new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "milestone.edited", nameof(BusinessTask), milestone.TaskId, "", MilestoneChange.Detail(milestone)), cancellation);
        }

        return milestone.Id;
    }
}
