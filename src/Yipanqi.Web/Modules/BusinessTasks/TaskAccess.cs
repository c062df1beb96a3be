using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>
/// Finding key tasks the actor may see or change: those led by a unit of the actor's subtree. A task that waits to be claimed belongs to nobody yet:
/// it is seen by those who manage tasks of a whole tree. All others are as absent as tasks that never were.
/// </summary>
public static class TaskAccess
{
    public static readonly Refusal Absent = new("task.absent", "", "没有这项重点任务，或者不在您管理的范围内。");

    /// <summary>
    /// Who sees all units is asked nothing. Who sees a whole tree is asked unit by unit, through a number read from the task's own unit: PostgreSQL would otherwise read all units of the
    /// tree before the first task. Who sees a few units is served from those.
    /// </summary>
    public static IQueryable<BusinessTask> Tasks(this YipanqiDb db, Actor actor, Permission permission)
    {
        var (tasks, units) = (db.Set<BusinessTask>(), db.Set<Unit>().Within(actor, permission, u => u.Path));
        return (actor.CoversAll(permission), actor.SeesUnclaimed()) switch
        {
            (true, true) => tasks,
            (true, false) => tasks.Where(t => t.LeadUnitId != null),
            (false, true) => tasks.Where(t => t.LeadUnitId == null || units.Where(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId).Select(u => u.Depth).FirstOrDefault() > 0),
            _ => tasks.Where(t => units.Any(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId)),
        };
    }

    public static Task<BusinessTask?> FindTaskAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.Tasks(actor, Permission.ManageTasks).SingleOrDefaultAsync(t => t.Id == id, cancellation);

    /// <summary>Whether tasks without a leading unit are this actor's to give away: the permission holds at the top of a tree.</summary>
    public static bool SeesUnclaimed(this Actor actor) => actor.PathsFor(Permission.ManageTasks).Any(path => Unit.DepthOf(path) == 1);
}
