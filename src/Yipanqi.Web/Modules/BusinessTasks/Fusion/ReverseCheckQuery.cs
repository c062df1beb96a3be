using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>倒查: tasks without Party measure, Party measures without task, and fusion points whose task has ended, each with whose turn it is.</summary>
public sealed class ReverseCheckQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <param name="Fault">Why the unit asked for is not known; null where it is, or where none was asked for.</param>
    public sealed record Found<TLine>(ListPage<TLine> Page, string? Fault)
    {
        public static readonly Found<TLine> Nothing = new(ListPage<TLine>.Empty, null);
    }

    /// <summary>The important first, then what is due first; of an administrative unit those it leads.</summary>
    public Task<Found<OpenTaskLine>> TasksAsync(Actor actor, ReverseCheckFilter filter, int page, CancellationToken cancellation) =>
        PageAsync(actor, page, db => TasksOfAsync(db, actor, filter, cancellation), Ordered, Lines, cancellation);

    /// <summary>Those that run or will, the longest waiting first; of a Party organisation its own and those below it.</summary>
    public Task<Found<MeasureLine>> MeasuresAsync(Actor actor, ReverseCheckFilter filter, int page, CancellationToken cancellation) =>
        PageAsync(actor, page, db => MeasuresOfAsync(db, actor, filter, Today, cancellation), Ordered, MeasuresQuery.Lines, cancellation);

    public Task<Found<LoosePointLine>> PointsAsync(Actor actor, ReverseCheckFilter filter, int page, CancellationToken cancellation) =>
        PageAsync(actor, page, db => PointsOfAsync(db, actor, filter, cancellation), Ordered, Lines, cancellation);

    public Task<List<OpenTaskLine>> ExportTasksAsync(Actor actor, ReverseCheckFilter filter, CancellationToken cancellation) =>
        ExportAsync(actor, db => TasksOfAsync(db, actor, filter, cancellation), Ordered, Lines, cancellation);

    public Task<List<MeasureLine>> ExportMeasuresAsync(Actor actor, ReverseCheckFilter filter, CancellationToken cancellation) =>
        ExportAsync(actor, db => MeasuresOfAsync(db, actor, filter, Today, cancellation), Ordered, MeasuresQuery.Lines, cancellation);

    public Task<List<LoosePointLine>> ExportPointsAsync(Actor actor, ReverseCheckFilter filter, CancellationToken cancellation) =>
        ExportAsync(actor, db => PointsOfAsync(db, actor, filter, cancellation), Ordered, Lines, cancellation);

    private Task<Found<TLine>> PageAsync<TRow, TLine>(
        Actor actor, int page, Func<YipanqiDb, Task<(IQueryable<TRow> Rows, string? Fault)>> matching, Func<IQueryable<TRow>, IQueryable<TRow>> order, Func<YipanqiDb, IQueryable<TRow>, IQueryable<TLine>> lines,
        CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var (rows, fault) = await matching(db);
            return new Found<TLine>(await rows.PageAsync(page, order, ordered => lines(db, ordered), cancellation), fault);
        },
        cancellation);

    private Task<List<TLine>> ExportAsync<TRow, TLine>(
        Actor actor, Func<YipanqiDb, Task<(IQueryable<TRow> Rows, string? Fault)>> matching, Func<IQueryable<TRow>, IQueryable<TRow>> order, Func<YipanqiDb, IQueryable<TRow>, IQueryable<TLine>> lines,
        CancellationToken cancellation) => unitOfWork.ReadAsync(actor.TenantId, async db => await lines(db, order((await matching(db)).Rows)).ToListAsync(cancellation), cancellation);

    private static async Task<(IQueryable<BusinessTask> Rows, string? Fault)> TasksOfAsync(YipanqiDb db, Actor actor, ReverseCheckFilter filter, CancellationToken cancellation)
    {
        var (text, (below, fault)) = (filter.Text, await db.BelowAsync(actor, filter.Unit, Track.Administrative, cancellation));
        var open = db.Tasks(actor, Permission.ViewTasks)
            .Where(t => t.State == TaskState.Active && !db.Set<FusionPoint>().Any(p => p.TenantId == t.TenantId && p.TaskId == t.Id && p.State == FusionState.Live));
        open = below is null ? open : open.Where(t => below.Any(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId));
        return (text.Length == 0 ? open : open.Where(t => t.Title.Contains(text) || t.Code.Contains(text)), fault);
    }

    private static async Task<(IQueryable<PartyMeasure> Rows, string? Fault)> MeasuresOfAsync(YipanqiDb db, Actor actor, ReverseCheckFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var (text, (below, fault)) = (filter.Text, await db.BelowAsync(actor, filter.Unit, Track.Party, cancellation));
        var untied = db.Measures(actor, Permission.ViewTasks).Where(m => m.State == MeasureState.Active && (m.ToDay == null || m.ToDay >= today)).Untied(db);
        untied = below is null ? untied : untied.Where(m => below.Any(u => u.TenantId == m.TenantId && u.Id == m.UnitId));
        return (text.Length == 0 ? untied : untied.Where(m => m.Name.Contains(text) || m.Code.Contains(text)), fault);
    }

    private static async Task<(IQueryable<FusionPoint> Rows, string? Fault)> PointsOfAsync(YipanqiDb db, Actor actor, ReverseCheckFilter filter, CancellationToken cancellation)
    {
        var (text, (below, fault)) = (filter.Text, await db.BelowAsync(actor, filter.Unit, Track.Party, cancellation));
        var loose = db.FusionPoints(actor).Where(p => p.State == FusionState.Live && db.Set<BusinessTask>().Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId && t.State != TaskState.Active));
        loose = below is null ? loose : loose.Where(p => below.Any(u => u.TenantId == p.TenantId && u.Id == p.PartyUnitId));
        return (text.Length == 0 ? loose : loose.Where(p => p.Name.Contains(text)), fault);
    }

    private static IQueryable<BusinessTask> Ordered(IQueryable<BusinessTask> tasks) => tasks.OrderByDescending(t => t.Importance).ThenBy(t => t.DueDay).ThenBy(t => t.Code);

    private static IQueryable<PartyMeasure> Ordered(IQueryable<PartyMeasure> measures) => measures.OrderBy(m => m.FromDay).ThenBy(m => m.Code);

    private static IQueryable<FusionPoint> Ordered(IQueryable<FusionPoint> points) => points.OrderBy(p => p.FromDay).ThenBy(p => p.Id);

    private static IQueryable<OpenTaskLine> Lines(YipanqiDb db, IQueryable<BusinessTask> tasks) => tasks.Select(t => new OpenTaskLine(
        t.Id, t.Code, t.Title, t.Importance,
        db.Set<Unit>().Where(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId).Select(u => u.ShortName).FirstOrDefault() ?? "", t.LeadText, t.StartDay, t.DueDay,
        (from link in db.Set<UnitLink>()
         where link.TenantId == t.TenantId && link.AdministrativeUnitId == t.LeadUnitId
         join unit in db.Set<Unit>() on new { link.TenantId, Id = link.PartyUnitId } equals new { unit.TenantId, unit.Id }
         orderby unit.Depth, unit.Code
         select unit.ShortName).FirstOrDefault() ?? "",
        db.Set<FusionPoint>().Count(p => p.TenantId == t.TenantId && p.TaskId == t.Id)));

    private static IQueryable<LoosePointLine> Lines(YipanqiDb db, IQueryable<FusionPoint> points) =>
        from point in points
        let task = db.Set<BusinessTask>().First(t => t.TenantId == point.TenantId && t.Id == point.TaskId)
        select new LoosePointLine(
            point.Id, point.Name, point.Kind, db.Set<Unit>().Where(u => u.TenantId == point.TenantId && u.Id == point.PartyUnitId).Select(u => u.ShortName).First(),
            task.Id, task.Code, task.Title, task.State, task.DoneDay);
}
