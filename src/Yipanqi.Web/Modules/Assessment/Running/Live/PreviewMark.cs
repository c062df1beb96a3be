using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An observation of the unit changed: what stands on it in the quarter's preview is to be calculated again. Written with the change, taken away when it was applied.</summary>
public sealed class PreviewMark : ITenantOwned
{
    private const int DroppedAtOnce = 10_000;

    private PreviewMark()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>Says that the whole preview is to be made anew.</summary>
    public bool IsOfAll => UnitId == Guid.Empty;

    /// <summary>Marks of a quarter as they are now; those written later stay when these are dropped.</summary>
    public static Task<List<Guid>> IdsAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        return db.Set<PreviewMark>().Where(m => m.QuarterKey == key).Select(m => m.Id).ToListAsync(cancellation);
    }

    public static async Task DropAsync(YipanqiDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(DroppedAtOnce))
        {
            await db.Set<PreviewMark>().Where(m => some.Contains(m.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>A mark that no single unit answers for: the whole preview is made anew.</summary>
    public static PreviewMark OfAll(Guid tenantId, Quarter quarter) => new() { TenantId = tenantId, Id = Guid.CreateVersion7(), QuarterKey = quarter.Key };

    /// <summary>One mark for each unit; whoever saves observations adds them to the same save.</summary>
    public static IEnumerable<PreviewMark> Of(Guid tenantId, Quarter quarter, IEnumerable<Guid> units) =>
        units.Distinct().Select(u => new PreviewMark { TenantId = tenantId, Id = Guid.CreateVersion7(), QuarterKey = quarter.Key, UnitId = u });
}
