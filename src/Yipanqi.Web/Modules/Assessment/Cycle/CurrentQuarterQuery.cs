using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Which quarter a page shows where none is asked for.</summary>
public sealed class CurrentQuarterQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Quarter> FindAsync(Actor actor, string? asked, CancellationToken cancellation) =>
        Quarter.Parse(asked) is { } quarter
            ? Task.FromResult(quarter)
            : unitOfWork.ReadAsync(actor.TenantId, db => db.CurrentQuarterAsync(ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime), cancellation), cancellation);
}
