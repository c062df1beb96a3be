using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Reads a task with its fusion points and stages, by four commands, five for whoever may add fusion points. It is seen with the task, or by whoever sees the Party side of one of its fusion points.</summary>
public sealed class TaskFusionQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<TaskFusionView?> FindAsync(Actor actor, Guid taskId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, taskId, cancellation), cancellation);

    /// <summary>The task of a fusion point the actor sees; null for none.</summary>
    public Task<Guid?> TaskOfAsync(Actor actor, Guid pointId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => db.FusionPoints(actor).Where(p => p.Id == pointId).Select(p => (Guid?)p.TaskId).SingleOrDefaultAsync(cancellation), cancellation);

    private static async Task<TaskFusionView?> LoadAsync(YipanqiDb db, Actor actor, Guid taskId, CancellationToken cancellation)
    {
        var seen = db.FusionPoints(actor);
        var led = db.Tasks(actor, Permission.ViewTasks);
        var task = await (
            from t in db.Set<BusinessTask>()
            where t.Id == taskId && (led.Any(l => l.TenantId == t.TenantId && l.Id == t.Id) || seen.Any(p => p.TenantId == t.TenantId && p.TaskId == t.Id))
            let lead = db.Set<Unit>().FirstOrDefault(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId)
            select new { Task = t, Lead = (string?)lead!.ShortName, Path = (string?)lead.Path, IsLed = led.Any(l => l.TenantId == t.TenantId && l.Id == t.Id) }).SingleOrDefaultAsync(cancellation);
        if (task is null)
        {
            return null;
        }

        // Whoever sees the task sees all its fusion points; who sees one Party side, that one.
        var points = await PointsAsync(db, actor, task.IsLed ? db.Set<FusionPoint>() : seen, taskId, cancellation);
        var records = await RecordsAsync(db, taskId, cancellation);
        var holders = points.Select(p => p.Id).Append(taskId).ToHashSet();
        var plans = await db.Set<StagePlan>().Where(p => p.TaskId == taskId).ToDictionaryAsync(p => p.Stage, p => p.DueDay, cancellation);
        var (row, isOpen) = (task.Task, task.Task.State == TaskState.Active);
        var canJoin = isOpen && task.IsLed && actor.Can(Permission.ManageFusion);
        return new TaskFusionView(
            row.Id, row.Code, row.Title, task.Lead ?? row.LeadText, row.State, row.StartDay, row.DueDay,
            row.State != TaskState.Cancelled && (task.Path is null ? task.IsLed && actor.SeesUnclaimed() : actor.Covers(Permission.ManageTasks, task.Path)),
            canJoin, canJoin ? await SuggestedAsync(db, actor, row, cancellation) : null, plans, points, [.. records.Where(r => holders.Contains(r.HolderId))]);
    }

    private static Task<TaskFusionView.Named?> SuggestedAsync(YipanqiDb db, Actor actor, BusinessTask task, CancellationToken cancellation)
    {
        var linked = db.Set<UnitLink>().Where(l => l.AdministrativeUnitId == task.LeadUnitId);
        return db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path).Open().Where(u => linked.Any(l => l.TenantId == u.TenantId && l.PartyUnitId == u.Id))
            .OrderBy(u => u.Depth).ThenBy(u => u.Code).Select(u => new TaskFusionView.Named(u.Id, u.Name)).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<List<TaskFusionView.Point>> PointsAsync(YipanqiDb db, Actor actor, IQueryable<FusionPoint> seen, Guid taskId, CancellationToken cancellation)
    {
        var measures = db.Measures(actor, Permission.ViewTasks);
        var rows = await (
            from point in seen
            where point.TaskId == taskId
            join unit in db.Set<Unit>() on new { point.TenantId, Id = point.PartyUnitId } equals new { unit.TenantId, unit.Id }
            orderby point.State, point.Id
            select new
            {
                Point = point,
                unit.ShortName,
                unit.Path,
                From = measures.Where(m => m.TenantId == point.TenantId && m.Id == point.FromMeasureId).Select(m => m.Name).FirstOrDefault(),
                Rater = db.Set<Person>().Where(n => n.TenantId == point.TenantId && n.Id == point.RatedBy).Select(n => n.Name).FirstOrDefault() ?? "",
                Owner = db.Set<Person>().Where(n => n.TenantId == point.TenantId && n.Id == point.OwnerPersonId).Select(n => n.Name).FirstOrDefault() ?? "",
            }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new TaskFusionView.Point(
                r.Point.Id, r.Point.Name, r.Point.Kind, r.ShortName, r.Point.Change, r.Point.Whom, r.Point.Measure, r.Owner, r.Point.OwnerPersonId, r.Point.State, r.Point.FromDay, r.Point.EndedDay, r.Point.EndReason,
                r.Point.Rating, r.Point.RatingReason, r.Rater, r.Point.RatedUtc, r.Point.Version, actor.Covers(Permission.ManageFusion, r.Path), actor.RatesAt(r.Path) && !r.Point.IsOwn(actor.PersonId),
                r.From is null ? null : new TaskFusionView.Named(r.Point.FromMeasureId!.Value, r.From))),
        ];
    }

    private static Task<List<TaskFusionView.Record>> RecordsAsync(YipanqiDb db, Guid taskId, CancellationToken cancellation) => (
        from record in db.Set<StageRecord>()
        where record.TaskId == taskId
        orderby record.Stage, record.Number descending
        select new TaskFusionView.Record(
            record.Id, record.HolderId, record.Stage, record.Number, record.Day, record.Text, record.Evidence, record.OutOfOrderReason, record.CorrectionReason,
            db.Set<Person>().Where(n => n.TenantId == record.TenantId && n.Id == record.RecordedBy).Select(n => n.Name).FirstOrDefault() ?? "",
            record.RecordedUtc, record.ReplacedUtc == null,
            db.Set<EvidenceItem>().Count(e => e.TenantId == record.TenantId && e.SubjectId == record.Id))).ToListAsync(cancellation);
}
