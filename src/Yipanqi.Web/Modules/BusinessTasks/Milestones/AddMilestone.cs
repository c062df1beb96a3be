using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>Adds a milestone behind those a key task has.</summary>
public sealed class AddMilestone(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, MilestoneValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Input input, CancellationToken cancellation)
    {
        var facts = MilestoneText.Read(input.Values);
        if (!facts.IsDone)
        {
            return Outcome<Guid>.Refused(facts.Refusals);
        }

        var known = await db.Set<Milestone>().Where(m => m.TaskId == task.Id).Select(m => new { m.Number, m.Title }).ToListAsync(cancellation);
        if (known.Exists(m => m.Title == facts.Value.Title))
        {
            return MilestoneText.SameTitle(facts.Value.Title);
        }

        if (known.Count >= Milestone.MostOfTask)
        {
            return new Refusal("milestone.most", "", $"一项任务最多 {Milestone.MostOfTask} 个节点。请合并，或分成几项任务。");
        }

        var milestone = Milestone.New(task, known.Select(m => m.Number).DefaultIfEmpty(0).Max() + 1, facts.Value.Title, facts.Value.PlannedFrom, facts.Value.DueDay);
        db.Add(milestone);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "milestone.added", nameof(BusinessTask), task.Id, "", MilestoneChange.Detail(milestone)), cancellation);
        return milestone.Id;
    }
}
