using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>
/// Finding Party measures the actor may see or change: those of organisations of the subtree. One that waits to be assigned belongs to nobody yet and is
/// seen by those who manage fusion over a whole tree. All others are as absent as measures that never were.
/// </summary>
internal static class MeasureAccess
{
    public static readonly Refusal Absent = new("measure.absent", "", "没有这项党建举措，或者不在您管理的范围内。");

    public static readonly Refusal Withdrawn = new("measure.withdrawn", "", "没有保存。这项举措已经撤回。要改，请先恢复。");

    private static readonly Refusal StillTied = new("measure.tied", "", "没有保存。这项举措还有在推进的结合点。请先结束那些结合点。");

    public static IQueryable<PartyMeasure> Measures(this YipanqiDb db, Actor actor, Permission permission)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        return actor.SeesUnassigned()
            ? db.Set<PartyMeasure>().Where(m => m.UnitId == null || units.Any(u => u.TenantId == m.TenantId && u.Id == m.UnitId))
            : db.Set<PartyMeasure>().Where(m => units.Any(u => u.TenantId == m.TenantId && u.Id == m.UnitId));
    }

    /// <summary>Those tied to no task under way.</summary>
    public static IQueryable<PartyMeasure> Untied(this IQueryable<PartyMeasure> measures, YipanqiDb db) => measures.Where(m => !db.LivePoints().Any(p => p.TenantId == m.TenantId && p.FromMeasureId == m.Id));

    public static IQueryable<PartyMeasure> Tied(this IQueryable<PartyMeasure> measures, YipanqiDb db) => measures.Where(m => db.LivePoints().Any(p => p.TenantId == m.TenantId && p.FromMeasureId == m.Id));

    /// <summary>Fusion points that still run, of tasks under way.</summary>
    public static IQueryable<FusionPoint> LivePoints(this YipanqiDb db) => db.Set<FusionPoint>()
        .Where(p => p.State == FusionState.Live && db.Set<BusinessTask>().Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId && t.State == TaskState.Active));

    /// <summary>Whether measures without an organisation are this actor's to give away: the permission holds at the top of a tree.</summary>
    public static bool SeesUnassigned(this Actor actor) => actor.PathsFor(Permission.ManageFusion).Any(path => Unit.DepthOf(path) == 1);

    /// <summary>Refused where a fusion point made from one of them still runs: whose it is and that it stands are said there too.</summary>
    public static async Task<Refusal?> TiedAsync(this YipanqiDb db, IReadOnlyCollection<Guid> measures, CancellationToken cancellation)
    {
        var ids = measures.Select(m => (Guid?)m).ToArray();
        return await db.Set<FusionPoint>().AnyAsync(p => p.State == FusionState.Live && EF.Parameter(ids).Contains(p.FromMeasureId), cancellation) ? StillTied : null;
    }

    /// <summary>Makes a change of one measure that is there and unchanged since it was read, in one transaction.</summary>
    public static Task<Outcome<T>> ChangeMeasureAsync<T>(
        this UnitOfWork unitOfWork, Actor actor, Guid id, int version, Func<YipanqiDb, PartyMeasure, Task<Outcome<T>>> change, CancellationToken cancellation) => unitOfWork.ChangeAsync(
        actor,
        async db => await db.Measures(actor, Permission.ManageFusion).SingleOrDefaultAsync(m => m.Id == id, cancellation) switch
        {
            null => Absent,
            var measure when measure.Version != version => FusionAccess.Raced,
            var measure => await change(db, measure),
        },
        cancellation);
}
