using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>倒查: tasks without Party measure and Party measures without task, each with whose turn it is.</summary>
public sealed class ReverseCheckQuery(UnitOfWork unitOfWork)
{
    /// <summary>The important first, then what is due first.</summary>
    public Task<ListPage<OpenTaskLine>> TasksAsync(Actor actor, string text, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Tasks(db, actor, text).PageAsync(page, Ordered, rows => Lines(db, rows), cancellation), cancellation);

    public Task<ListPage<LooseMeasureLine>> MeasuresAsync(Actor actor, string text, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Measures(db, actor, text).PageAsync(page, rows => rows.OrderBy(p => p.FromDay).ThenBy(p => p.Id), rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<OpenTaskLine>> ExportTasksAsync(Actor actor, string text, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Ordered(Tasks(db, actor, text))).ToListAsync(cancellation), cancellation);

    public Task<List<LooseMeasureLine>> ExportMeasuresAsync(Actor actor, string text, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Measures(db, actor, text).OrderBy(p => p.FromDay).ThenBy(p => p.Id)).ToListAsync(cancellation), cancellation);

    private static IQueryable<BusinessTask> Tasks(YipanqiDb db, Actor actor, string text)
    {
        var open = db.Tasks(actor, Permission.ViewTasks)
            .Where(t => t.State == TaskState.Active && !db.Set<FusionPoint>().Any(p => p.TenantId == t.TenantId && p.TaskId == t.Id && p.State == FusionState.Live));
        return text.Length == 0 ? open : open.Where(t => t.Title.Contains(text) || t.Code.Contains(text));
    }

    private static IQueryable<FusionPoint> Measures(YipanqiDb db, Actor actor, string text)
    {
        var loose = db.FusionPoints(actor).Where(p => p.State == FusionState.Live && db.Set<BusinessTask>().Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId && t.State != TaskState.Active));
        return text.Length == 0 ? loose : loose.Where(p => p.Name.Contains(text));
    }

    private static IQueryable<BusinessTask> Ordered(IQueryable<BusinessTask> tasks) => tasks.OrderByDescending(t => t.Importance).ThenBy(t => t.DueDay).ThenBy(t => t.Code);

    private static IQueryable<OpenTaskLine> Lines(YipanqiDb db, IQueryable<BusinessTask> tasks) => tasks.Select(t => new OpenTaskLine(
        t.Id, t.Code, t.Title, t.Importance,
        db.Set<Unit>().Where(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId).Select(u => u.ShortName).FirstOrDefault() ?? "", t.LeadText, t.StartDay, t.DueDay,
        (from link in db.Set<UnitLink>()
         where link.TenantId == t.TenantId && link.AdministrativeUnitId == t.LeadUnitId
         join unit in db.Set<Unit>() on new { link.TenantId, Id = link.PartyUnitId } equals new { unit.TenantId, unit.Id }
         orderby unit.Depth, unit.Code
         select unit.ShortName).FirstOrDefault() ?? "",
        db.Set<FusionPoint>().Count(p => p.TenantId == t.TenantId && p.TaskId == t.Id)));

    private static IQueryable<LooseMeasureLine> Lines(YipanqiDb db, IQueryable<FusionPoint> points) =>
        from point in points
        let task = db.Set<BusinessTask>().First(t => t.TenantId == point.TenantId && t.Id == point.TaskId)
        select new LooseMeasureLine(
            point.Id, point.Name, point.Kind, db.Set<Unit>().Where(u => u.TenantId == point.TenantId && u.Id == point.PartyUnitId).Select(u => u.ShortName).First(),
            task.Id, task.Code, task.Title, task.State, task.DoneDay);
}
