using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The ranking of one peer group in one quarter.</summary>
public sealed class RankingQuery(UnitOfWork unitOfWork)
{
    /// <summary>Null where no quarter has a snapshot the actor may open.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    /// <param name="peerGroupId">Null: the first group.</param>
    public async Task<RankingView?> FindAsync(Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, CancellationToken cancellation)
    {
        _ = (unitOfWork, actor, quarter, preview, peerGroupId, cancellation);
        await Task.CompletedTask;
        return null;
    }
}
