using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The board of one quarter.</summary>
public sealed class BoardQuery(UnitOfWork unitOfWork)
{
    /// <summary>Null where no quarter has a snapshot the actor may open.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public async Task<BoardView?> FindAsync(Actor actor, Quarter? quarter, bool preview, UnitTier tier, CancellationToken cancellation)
    {
        _ = (unitOfWork, actor, quarter, preview, tier, cancellation);
        await Task.CompletedTask;
        return null;
    }
}
