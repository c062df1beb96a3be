using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>
/// Finding fusion points. One is seen with its task, and by whoever sees the Party organisation whose measure it is; it is changed by whoever manages
/// fusion there, and rated from above. All others are as absent as those that never were.
/// </summary>
public static class FusionAccess
{
    public static readonly Refusal Absent = new("fusion.absent", "", "没有这个结合点，或者不在您管理的范围内。");
    public static readonly Refusal Ended = new("fusion.ended", "", "没有保存。这个结合点已经结束。");
    public static readonly Refusal Raced = new("fusion.raced", "", "没有保存。刚才有人改过这条记录。您填的内容还在，请对照现在的内容再提交。");

    public static IQueryable<FusionPoint> FusionPoints(this YipanqiDb db, Actor actor)
    {
        var tasks = db.Tasks(actor, Permission.ViewTasks);
        var units = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
        return db.Set<FusionPoint>().Where(p => tasks.Any(t => t.TenantId == p.TenantId && t.Id == p.TaskId) || units.Any(u => u.TenantId == p.TenantId && u.Id == p.PartyUnitId));
    }

    /// <summary>One whose Party organisation the actor manages fusion for.</summary>
    public static Task<FusionPoint?> FindFusionPointAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path);
        return db.Set<FusionPoint>().SingleOrDefaultAsync(p => p.Id == id && units.Any(u => u.TenantId == p.TenantId && u.Id == p.PartyUnitId), cancellation);
    }

    /// <summary>The path of the unit above; empty for a top, which nobody stands above.</summary>
    public static string SuperiorOf(string path) => path[..^Unit.LabelOf(path).Length];

    /// <summary>Whether the actor may rate measures of the Party organisation with this path: the permission holds at the one above it.</summary>
    public static bool RatesAt(this Actor actor, string path) => SuperiorOf(path) is { Length: > 0 } above && actor.Covers(Permission.RateFusion, above);

    /// <summary>Makes a change in one transaction; of two at once the second is told so.</summary>
    internal static async Task<Outcome<T>> ChangeAsync<T>(this UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<T>>> change, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, change, cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced;
        }
    }
}
