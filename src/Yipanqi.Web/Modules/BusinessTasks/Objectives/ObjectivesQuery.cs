using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Objectives of the year, limited to what the actor may see.</summary>
public sealed class ObjectivesQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int MostChoices = 500;

    /// <param name="Party">Party objectives, and of them those tied (A3.1).</param>
    /// <param name="Business">Business objectives, and of them those that none serves.</param>
    public sealed record Counts(int Party, int Tied, int Business, int Unserved);

    /// <param name="Choices">Business objectives of the year to be tied to.</param>
    public sealed record One(ObjectiveLine Line, bool CanManage, IReadOnlyList<ObjectiveLine> Choices, IReadOnlyList<ObjectiveLine> Serving);

    public int ThisYear => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;

    public Task<ListPage<ObjectiveLine>> PageAsync(Actor actor, ObjectiveFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => filter.Apply(db, actor).PageAsync(page, Order, rows => Lines(db, actor, rows), cancellation), cancellation);

    public Task<List<ObjectiveLine>> ExportAsync(Actor actor, ObjectiveFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Lines(db, actor, Order(filter.Apply(db, actor))).ToListAsync(cancellation), cancellation);

    public Task<Counts> CountAsync(Actor actor, int year, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var all = db.Set<Objective>();
            var counts = await db.Objectives(actor, Permission.ViewTasks).Where(o => o.Year == year)
                .Select(o => new { o.Track, IsTied = o.TiedToId != null || all.Any(s => s.TenantId == o.TenantId && s.TiedToId == o.Id) })
                .GroupBy(o => new { o.Track, o.IsTied }).Select(g => new { g.Key.Track, g.Key.IsTied, Count = g.Count() }).ToListAsync(cancellation);
            int Of(Track track, bool? tied) => counts.Where(c => c.Track == track && (tied is null || c.IsTied == tied)).Sum(c => c.Count);
            return new Counts(Of(Track.Party, null), Of(Track.Party, true), Of(Track.Administrative, null), Of(Track.Administrative, false));
        },
        cancellation);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<One?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var line = await Lines(db, actor, db.Objectives(actor, Permission.ViewTasks).Where(o => o.Id == id)).SingleOrDefaultAsync(cancellation);
            if (line is null)
            {
                return null;
            }

            var mine = await db.Objectives(actor, Permission.ManageTasks).AnyAsync(o => o.Id == id, cancellation);
            var seen = db.Objectives(actor, Permission.ViewTasks);
            var choices = await Lines(db, actor, Order(seen.Where(o => o.Year == line.Year && o.Track == Track.Administrative)).Take(MostChoices)).ToListAsync(cancellation);
            var serving = await Lines(db, actor, Order(seen.Where(o => o.TiedToId == id))).ToListAsync(cancellation);
            return new One(line, mine, choices, serving);
        },
        cancellation);

    private static IQueryable<Objective> Order(IQueryable<Objective> rows) => rows.OrderBy(o => o.Track).ThenBy(o => o.UnitId).ThenBy(o => o.Id);

    private static IQueryable<ObjectiveLine> Lines(YipanqiDb db, Actor actor, IQueryable<Objective> rows)
    {
        var seen = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
        var tied =
            from o in db.Set<Objective>()
            join u in seen on new { o.TenantId, Id = o.UnitId } equals new { u.TenantId, u.Id }
            select new { o.TenantId, o.Id, o.Text, Unit = u.Name };
        return from o in rows
               join u in db.Set<Unit>() on new { o.TenantId, Id = o.UnitId } equals new { u.TenantId, u.Id }
               join t in tied on new { o.TenantId, Id = o.TiedToId } equals new { t.TenantId, Id = (Guid?)t.Id } into ties
               from tie in ties.DefaultIfEmpty()
               select new ObjectiveLine(
                   o.Id, o.Year, o.Track, o.UnitId, u.Code, u.Name, o.Text, o.TiedToId, tie.Text ?? "", tie.Unit ?? "",
                   db.Set<Objective>().Count(s => s.TenantId == o.TenantId && s.TiedToId == o.Id), o.Version);
    }
}
