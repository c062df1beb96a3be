using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Fusion points the actor sees, by page or as a whole.</summary>
public sealed class FusionQuery(UnitOfWork unitOfWork)
{
    public Task<ListPage<FusionLine>> PageAsync(Actor actor, FusionFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => filter.Apply(db, actor).PageAsync(page, filter.Order, rows => Lines(db, rows), cancellation),
        cancellation);

    public Task<List<FusionLine>> ExportAsync(Actor actor, FusionFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, filter.Order(filter.Apply(db, actor))).ToListAsync(cancellation), cancellation);

    private static IQueryable<FusionLine> Lines(YipanqiDb db, IQueryable<FusionPoint> rows) =>
        from point in rows
        let task = db.Set<BusinessTask>().First(t => t.TenantId == point.TenantId && t.Id == point.TaskId)
        select new FusionLine(
            point.Id, point.Name, point.Kind, task.Id, task.Code, task.Title,
            db.Set<Unit>().Where(u => u.TenantId == point.TenantId && u.Id == point.PartyUnitId).Select(u => u.ShortName).First(),
            point.State, point.FromDay, point.EndedDay, point.Rating,
            db.Set<StageRecord>().Where(r => r.TenantId == point.TenantId && r.HolderId == point.Id && r.ReplacedUtc == null).Max(r => (TaskStage?)r.Stage),
            point.Change, point.Whom, point.Measure);
}
