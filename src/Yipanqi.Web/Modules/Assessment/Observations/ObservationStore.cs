using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Putting a figure into the observations of a quarter, and taking it out, inside a use case.</summary>
internal static class ObservationStore
{
    public static async Task TakeObservationAsync(
        this YipanqiDb db, Quarter quarter, Guid unitId, string itemCode, Reported reported, Provenance from, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var observation = await db.Set<Observation>().SingleOrDefaultAsync(o => o.QuarterKey == key && o.UnitId == unitId && o.ItemCode == itemCode, cancellation);
        if (observation is null)
        {
            observation = Observation.Of(db.TenantId, quarter, unitId, itemCode);
            db.Add(observation);
        }

        if (observation.Take(reported, from))
        {
            db.AddRange(PreviewMark.Of(db.TenantId, quarter, [unitId]));
        }
    }

    public static async Task RemoveObservationAsync(this YipanqiDb db, int quarterKey, Guid unitId, string itemCode, CancellationToken cancellation)
    {
        db.RemoveRange(await db.Set<Observation>().Where(o => o.QuarterKey == quarterKey && o.UnitId == unitId && o.ItemCode == itemCode).ToListAsync(cancellation));
        db.AddRange(PreviewMark.Of(db.TenantId, Quarter.FromKey(quarterKey), [unitId]));
    }
}
