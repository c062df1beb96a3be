using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Pledges the actor sees, by page or as a whole.</summary>
public sealed class PledgesQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="CanTell">The actor may tell that it was fulfilled.</param>
    /// <param name="CanDecide">The actor may confirm it or give it back.</param>
    public sealed record View(PledgeLine Line, bool CanTell, bool CanDecide);

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>What is due first comes first.</summary>
    public Task<ListPage<PledgeLine>> PageAsync(Actor actor, PledgeFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => filter.Apply(db, actor, Today).PageAsync(page, Ordered, rows => Lines(db, actor, rows), cancellation), cancellation);

    public Task<List<PledgeLine>> ExportAsync(Actor actor, PledgeFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, actor, Ordered(filter.Apply(db, actor, Today))).ToListAsync(cancellation), cancellation);

    /// <summary>The actor's own that are still to be fulfilled, what is due first comes first; those of a page.</summary>
    public Task<List<PledgeLine>> MineAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => Lines(db, actor, Ordered(db.Set<Pledge>().Where(p => p.PersonId == actor.PersonId && p.State == PledgeState.Open)).Take(Listing.RowsAPage)).ToListAsync(cancellation),
        cancellation);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<View?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var line = await Lines(db, actor, db.Pledges(actor).Where(p => p.Id == id)).SingleOrDefaultAsync(cancellation);
            var path = line is null ? null : await db.Set<Unit>().Where(u => u.Id == line.UnitId).Select(u => u.Path).SingleAsync(cancellation);
            var manages = path is not null && actor.Covers(Permission.ManageFusion, path);
            return line is null ? null : new View(line, line.State == PledgeState.Open && (manages || line.PersonId == actor.PersonId), line.State == PledgeState.Told && manages && line.PersonId != actor.PersonId);
        },
        cancellation);

    private static IQueryable<Pledge> Ordered(IQueryable<Pledge> pledges) => pledges.OrderBy(p => p.DueDay).ThenBy(p => p.Id);

    private static IQueryable<PledgeLine> Lines(YipanqiDb db, Actor actor, IQueryable<Pledge> rows)
    {
        var tasks = db.Tasks(actor, Permission.ViewTasks);
        return from p in rows
               let task = tasks.FirstOrDefault(t => t.TenantId == p.TenantId && t.Id == p.TaskId)
               select new PledgeLine(
                   p.Id, p.PersonId, db.Set<Person>().Where(n => n.TenantId == p.TenantId && n.Id == p.PersonId).Select(n => n.Name).First(),
                   p.UnitId, db.Set<Unit>().Where(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Select(u => u.ShortName).First(),
                   (Guid?)task!.Id, task.Title ?? "", p.Text, p.MadeDay, p.DueDay, p.State, p.FulfilledDay, p.Result, p.Remark, p.Version);
    }
}
