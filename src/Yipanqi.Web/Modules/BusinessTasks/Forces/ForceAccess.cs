using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Finding task forces and pledges: seen with the task or by whoever sees the Party organisation, changed by whoever manages fusion there.</summary>
internal static class ForceAccess
{
    public static readonly Refusal Absent = new("force.absent", "", "没有这支突击队、攻关组，或者不在您管理的范围内。");
    public static readonly Refusal PledgeAbsent = new("pledge.absent", "", "没有这项承诺，或者不在您管理的范围内。");
    public static readonly Refusal Ended = new("force.ended", "", "没有保存。这支队伍已经结束。");

    public static IQueryable<TaskForce> Forces(this YipanqiDb db, Actor actor)
    {
        var tasks = db.Tasks(actor, Permission.ViewTasks);
        var units = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
        return db.Set<TaskForce>().Where(f => tasks.Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId) || units.Any(u => u.TenantId == f.TenantId && u.Id == f.PartyUnitId));
    }

    public static Task<TaskForce?> FindForceAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path);
        return db.Set<TaskForce>().SingleOrDefaultAsync(f => f.Id == id && units.Any(u => u.TenantId == f.TenantId && u.Id == f.PartyUnitId), cancellation);
    }

    /// <summary>Pledges of branches the actor sees people of, and the actor's own.</summary>
    public static IQueryable<Pledge> Pledges(this YipanqiDb db, Actor actor)
    {
        var (units, me) = (db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path), actor.PersonId);
        return db.Set<Pledge>().Where(p => p.PersonId == me || units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId));
    }

    /// <summary>Changes a force that has not ended, at the version that was read.</summary>
    public static Task<Outcome<Guid>> ChangeForceAsync(
        this UnitOfWork unitOfWork, Actor actor, Guid id, int version, Func<YipanqiDb, TaskForce, Task<Outcome<Guid>>> change, CancellationToken cancellation) => unitOfWork.ChangeAsync(
        actor,
        async db => await db.FindForceAsync(actor, id, cancellation) is not { } force ? Absent
            : force.EndedDay is not null ? Ended
            : force.Version != version ? FusionAccess.Raced
            : await change(db, force),
        cancellation);
}
