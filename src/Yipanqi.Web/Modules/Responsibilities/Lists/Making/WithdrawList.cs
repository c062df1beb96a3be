using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Takes a submitted or reviewed version back to go on writing.</summary>
public sealed class WithdrawList(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid versionId, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => WithdrawAsync(db, actor, versionId, cancellation), cancellation);

    private async Task<Outcome<Guid>> WithdrawAsync(YipanqiDb db, Actor actor, Guid versionId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        var version = await db.Set<ListVersion>().SingleOrDefaultAsync(v => v.Id == versionId && (v.State == ListState.Submitted || v.State == ListState.Reviewed), cancellation);
        if (version is null)
        {
            return ListAccess.Absent;
        }

        version.Withdraw();
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "list.withdrawn", nameof(ListVersion), version.Id), cancellation);
        return version.Id;
    }
}
