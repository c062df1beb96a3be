using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>What the actor may still take back, newest first.</summary>
public sealed class UndoQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Line(Guid Id, string Title, DateTime UntilUtc);

    public Task<List<Line>> OpenAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return unitOfWork.ReadAsync(
            actor.TenantId,
            db => db.Set<UndoOffer>().Where(o => o.PersonId == actor.PersonId && o.UntilUtc >= now && o.UsedUtc == null)
                .OrderByDescending(o => o.UntilUtc).Select(o => new Line(o.Id, o.Title, o.UntilUtc)).ToListAsync(cancellation),
            cancellation);
    }
}
