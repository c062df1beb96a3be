using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>认领、交办: an administrative unit leads these key tasks from now on; one save, one journal entry.</summary>
public sealed class AssignLead(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int Most = 500;

    public sealed record Input(IReadOnlyList<Guid> TaskIds, Picked? Lead);

    /// <param name="Left">Those asked for that the actor may not change, or that have ended.</param>
    /// <param name="Undo">The offer to take it back; null where nothing changed.</param>
    public sealed record Result(int Changed, int Unchanged, int Left, Guid? Undo);

    public Task<Outcome<Result>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Result>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var ids = input.TaskIds.Distinct().ToArray();
        if (ids.Length is 0 or > Most)
        {
            return new Refusal("task.set", "", $"没有保存。请先在名单里选任务，一次最多 {Most} 项。");
        }

        var lead = await db.FindLeadAsync(actor, input.Lead, nameof(input.Lead), cancellation);
        if (!lead.IsDone)
        {
            return Outcome<Result>.Refused(lead.Refusals);
        }

        var tasks = await db.Tasks(actor, Permission.ManageTasks).Where(t => EF.Parameter(ids).Contains(t.Id) && t.State == TaskState.Active).OrderBy(t => t.Code).ToListAsync(cancellation);
        if (tasks.Count == 0)
        {
            return TaskAccess.Absent;
        }

        var changed = tasks.Where(t => t.LeadUnitId != lead.Value.Id).ToList();
        return new Result(changed.Count, tasks.Count - changed.Count, ids.Length - tasks.Count, changed.Count == 0 ? null : await SaveAsync(db, actor, changed, lead.Value, cancellation));
    }

    private async Task<Guid> SaveAsync(YipanqiDb db, Actor actor, List<BusinessTask> tasks, Unit lead, CancellationToken cancellation)
    {
        var ids = tasks.Select(t => t.Id).ToArray();
        var partners = (await db.Set<TaskPartner>().Where(p => EF.Parameter(ids).Contains(p.TaskId)).ToListAsync(cancellation)).ToLookup(p => p.TaskId);
        var before = tasks.ConvertAll(t => TaskBefore.Of(t, [.. partners[t.Id].Select(p => p.UnitId)]));
        tasks.ForEach(t => t.Assign(lead));
        db.RemoveRange(tasks.SelectMany(t => partners[t.Id]).Where(p => p.UnitId == lead.Id));
        var now = clock.GetUtcNow().UtcDateTime;
        var undo = await db.OfferUndoAsync(actor, RestoreTasks.KindName, $"{tasks.Count} 项重点任务由{lead.ShortName}牵头", before, now, cancellation);
        Guid? one = tasks.Count == 1 ? ids[0] : null;
        await db.SaveAsync(new Change(actor.PersonId, now, "task.assigned", nameof(BusinessTask), one, "", CodeSet.Detail([.. tasks.Select(t => t.Code)], new { lead = lead.Code })), cancellation);
        return undo;
    }
}
