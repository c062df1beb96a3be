using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Everything about one organisation in one quarter.</summary>
public sealed class OrganisationCardQuery(UnitOfWork unitOfWork)
{
    /// <summary>Null where the organisation is not in the snapshot or the actor may not see it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public async Task<CardView?> FindAsync(Actor actor, Guid unitId, Quarter? quarter, bool preview, CancellationToken cancellation)
    {
        _ = (unitOfWork, actor, unitId, quarter, preview, cancellation);
        await Task.CompletedTask;
        return null;
    }
}
