using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Finding adjustments that the actor may act on.</summary>
internal static class AdjustmentAccess
{
    public static readonly Refusal Absent = new("adjustment.absent", "", "没有这条加减分，或者不在您管理的范围内。");

    public static readonly Refusal Published = new("adjustment.published", "", "本季度已发布，加减分不再变动。确需更正，请先启动更正。");

    /// <summary>The adjustment, if it stands in the actor's scope by this permission and its quarter is not published.</summary>
    public static async Task<(Adjustment? Found, Refusal? Refusal)> FindAdjustmentAsync(
        this YipanqiDb db, Actor actor, Permission permission, Guid id, CancellationToken cancellation)
    {
        var found = await (
            from unit in db.Set<Unit>().Within(actor, permission, u => u.Path)
            join a in db.Set<Adjustment>() on new { unit.TenantId, UnitId = unit.Id } equals new { a.TenantId, a.UnitId }
            where a.Id == id
            select a).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return (null, Absent);
        }

        var cycle = await db.CycleOfAsync(Quarter.FromKey(found.QuarterKey), cancellation);
        return cycle?.State == QuarterState.Published ? (null, Published) : (found, null);
    }
}
