using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Party measures, limited to what the actor may see.</summary>
public sealed class MeasuresQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 100_000;

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public Task<ListPage<MeasureLine>> PageAsync(Actor actor, MeasureFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, async db => await (await filter.ApplyAsync(db, actor, Today, cancellation)).PageAsync(page, filter.Order, rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<MeasureLine>> ExportAsync(Actor actor, MeasureFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, async db => await Lines(db, filter.Order(await filter.ApplyAsync(db, actor, Today, cancellation)).Take(MostRows)).ToListAsync(cancellation), cancellation);

    /// <summary>How many wait to be assigned, of those that are the actor's to give away.</summary>
    public Task<int> UnassignedAsync(Actor actor, CancellationToken cancellation) => !actor.SeesUnassigned() ? Task.FromResult(0) : unitOfWork.ReadAsync(
        actor.TenantId, db => db.Set<PartyMeasure>().CountAsync(m => m.UnitId == null && m.State == MeasureState.Active, cancellation), cancellation);

    /// <summary>The chosen measures that the actor may give to another organisation.</summary>
    public Task<List<MeasureLine>> ChosenAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var chosen = ids.ToArray();
        return unitOfWork.ReadAsync(
            actor.TenantId,
            db => Lines(db, db.Measures(actor, Permission.ManageFusion).Where(m => EF.Parameter(chosen).Contains(m.Id) && m.State == MeasureState.Active).OrderBy(m => m.Code)).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<MeasureView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, id, cancellation), cancellation);

    private static async Task<MeasureView?> LoadAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var measures = db.Measures(actor, Permission.ViewTasks).Where(m => m.Id == id);
        var line = await Lines(db, measures).SingleOrDefaultAsync(cancellation);
        var more = await (
            from measure in measures
            let unit = db.Set<Unit>().FirstOrDefault(u => u.TenantId == measure.TenantId && u.Id == measure.UnitId)
            select new
            {
                measure.OwnerPersonId,
                measure.WithdrawnReason,
                measure.Version,
                Unit = unit!.Name ?? "",
                Path = (string?)unit.Path,
                Owner = db.Set<Person>().Where(p => p.TenantId == measure.TenantId && p.Id == measure.OwnerPersonId).Select(p => p.Name).FirstOrDefault() ?? "",
            }).SingleOrDefaultAsync(cancellation);
        if (line is null || more is null)
        {
            return null;
        }

        var canManage = more.Path is { } path ? actor.Covers(Permission.ManageFusion, path) : actor.SeesUnassigned();
        return new MeasureView(line, more.Unit, more.Owner, more.OwnerPersonId, more.WithdrawnReason, more.Version, canManage, await PointsAsync(db, actor, id, cancellation));
    }

    private static Task<List<MeasureView.Point>> PointsAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) => (
        from point in db.FusionPoints(actor)
        where point.FromMeasureId == id
        join task in db.Set<BusinessTask>() on new { point.TenantId, Id = point.TaskId } equals new { task.TenantId, task.Id }
        orderby point.State, point.Id
        select new MeasureView.Point(point.Id, point.Name, task.Id, task.Title, task.State, point.State, point.FromDay, point.EndedDay)).ToListAsync(cancellation);

    internal static IQueryable<MeasureLine> Lines(YipanqiDb db, IQueryable<PartyMeasure> measures) =>
        from measure in measures
        join u in db.Set<Unit>() on new { measure.TenantId, Id = measure.UnitId } equals new { u.TenantId, Id = (Guid?)u.Id } into units
        from unit in units.DefaultIfEmpty()
        select new MeasureLine(
            measure.Id, measure.Code, measure.Kind, measure.Name, measure.Description, measure.UnitId, unit.Code ?? "", unit.ShortName ?? "", measure.UnitText, measure.FromDay, measure.ToDay, measure.Source,
            measure.State, db.LivePoints().Where(p => p.TenantId == measure.TenantId && p.FromMeasureId == measure.Id).Select(p => p.TaskId).Distinct().Count());
}
