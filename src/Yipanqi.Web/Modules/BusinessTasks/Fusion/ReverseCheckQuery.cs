using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>倒查: tasks without Party measure, Party measures without task, and fusion points whose task has ended, each with whose turn it is.</summary>
public sealed class ReverseCheckQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>The important first, then what is due first.</summary>
    public Task<ListPage<OpenTaskLine>> TasksAsync(Actor actor, string text, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Tasks(db, actor, text).PageAsync(page, Ordered, rows => Lines(db, rows), cancellation), cancellation);

    /// <summary>Those that run or will, the longest waiting first.</summary>
    public Task<ListPage<MeasureLine>> MeasuresAsync(Actor actor, string text, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Measures(db, actor, text, Today).PageAsync(page, Ordered, rows => MeasuresQuery.Lines(db, rows), cancellation), cancellation);

    public Task<ListPage<LoosePointLine>> PointsAsync(Actor actor, string text, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Points(db, actor, text).PageAsync(page, Ordered, rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<OpenTaskLine>> ExportTasksAsync(Actor actor, string text, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Ordered(Tasks(db, actor, text))).ToListAsync(cancellation), cancellation);

    public Task<List<MeasureLine>> ExportMeasuresAsync(Actor actor, string text, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => MeasuresQuery.Lines(db, Ordered(Measures(db, actor, text, Today))).ToListAsync(cancellation), cancellation);

    public Task<List<LoosePointLine>> ExportPointsAsync(Actor actor, string text, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Ordered(Points(db, actor, text))).ToListAsync(cancellation), cancellation);

    private static IQueryable<BusinessTask> Tasks(YipanqiDb db, Actor actor, string text)
    {
        var open = db.Tasks(actor, Permission.ViewTasks)
            .Where(t => t.State == TaskState.Active && !db.Set<FusionPoint>().Any(p => p.TenantId == t.TenantId && p.TaskId == t.Id && p.State == FusionState.Live));
        return text.Length == 0 ? open : open.Where(t => t.Title.Contains(text) || t.Code.Contains(text));
    }

    private static IQueryable<PartyMeasure> Measures(YipanqiDb db, Actor actor, string text, DateOnly today)
    {
        var untied = db.Measures(actor, Permission.ViewTasks).Where(m => m.State == MeasureState.Active && (m.ToDay == null || m.ToDay >= today)).Untied(db);
        return text.Length == 0 ? untied : untied.Where(m => m.Name.Contains(text) || m.Code.Contains(text));
    }

    private static IQueryable<FusionPoint> Points(YipanqiDb db, Actor actor, string text)
    {
        var loose = db.FusionPoints(actor).Where(p => p.State == FusionState.Live && db.Set<BusinessTask>().Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId && t.State != TaskState.Active));
        return text.Length == 0 ? loose : loose.Where(p => p.Name.Contains(text));
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
