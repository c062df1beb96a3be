using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Task forces the actor sees, by page or as a whole, and one with its members and goals.</summary>
public sealed class ForcesQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Those whose term ends first come first.</summary>
    public Task<ListPage<ForceLine>> PageAsync(Actor actor, ForceFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => filter.Apply(db, actor).PageAsync(page, Ordered, rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<ForceLine>> ExportAsync(Actor actor, ForceFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Ordered(filter.Apply(db, actor))).ToListAsync(cancellation), cancellation);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<ForceView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var line = await Lines(db, db.Forces(actor).Where(f => f.Id == id)).SingleOrDefaultAsync(cancellation);
            if (line is null)
            {
                return null;
            }

            var force = await db.Set<TaskForce>().Where(f => f.Id == id).Join(db.Set<Unit>(), f => new { f.TenantId, Id = f.PartyUnitId }, u => new { u.TenantId, u.Id }, (f, u) => new { f.Result, f.Version, u.Path })
                .SingleAsync(cancellation);
            var members = await (
                from m in db.Set<ForceMember>()
                where m.ForceId == id
                join n in db.Set<Person>() on new { m.TenantId, Id = m.PersonId } equals new { n.TenantId, n.Id }
                orderby m.LeftDay != null, m.IsLeader descending, m.FromDay, n.SortKey, n.Id
                select new ForceView.Member(n.Id, n.Name, m.IsLeader, m.FromDay, m.LeftDay)).ToListAsync(cancellation);
            var goals = await db.Set<ForceGoal>().Where(g => g.ForceId == id).OrderBy(g => g.DueDay).ThenBy(g => g.Id)
                .Select(g => new ForceView.Goal(g.Id, g.Text, g.DueDay, g.MetDay, g.Result)).ToListAsync(cancellation);
            var isOutlived = line.TemporaryUnitId is not null && await AwayRule.Outlived(db, db.Set<TaskForce>().Where(f => f.Id == id)).AnyAsync(cancellation);
            var manages = actor.Covers(Permission.ManageFusion, force.Path);
            return new ForceView(line, force.Result, force.Version, manages && line.EndedDay is null, actor.Covers(Permission.ManageOrganisations, force.Path), isOutlived, members, goals);
        },
        cancellation);

    private static IQueryable<TaskForce> Ordered(IQueryable<TaskForce> forces) => forces.OrderBy(f => f.UntilDay).ThenBy(f => f.Id);

    private static IQueryable<ForceLine> Lines(YipanqiDb db, IQueryable<TaskForce> rows) => Lines(db, rows, AwayRule.PartyMembers(db));

    private static IQueryable<ForceLine> Lines(YipanqiDb db, IQueryable<TaskForce> rows, IQueryable<ForceMember> party) => rows.Select(f => new ForceLine(
        f.Id, f.Name, f.Kind, f.TaskId,
        db.Set<BusinessTask>().Where(t => t.TenantId == f.TenantId && t.Id == f.TaskId).Select(t => t.Title).First(),
        db.Set<Unit>().Where(u => u.TenantId == f.TenantId && u.Id == f.PartyUnitId).Select(u => u.ShortName).First(),
        f.FromDay, f.UntilDay, f.EndedDay,
        db.Set<ForceMember>().Count(m => m.TenantId == f.TenantId && m.ForceId == f.Id && m.LeftDay == null),
        party.Count(m => m.TenantId == f.TenantId && m.ForceId == f.Id && m.LeftDay == null),
        db.Set<ForceGoal>().Count(g => g.TenantId == f.TenantId && g.ForceId == f.Id),
        db.Set<ForceGoal>().Count(g => g.TenantId == f.TenantId && g.ForceId == f.Id && g.MetDay != null),
        f.AwayDays, f.AwayPlace, f.AwayFrom, f.AwayUntil, f.TemporaryUnitId, f.TemporaryFrom,
        db.Set<BusinessTask>().Any(t => t.TenantId == f.TenantId && t.Id == f.TaskId && t.State != TaskState.Active)));
}
