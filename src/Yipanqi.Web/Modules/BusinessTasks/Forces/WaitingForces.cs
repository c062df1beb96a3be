using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Task forces that wait for whoever founds organisations: a temporary Party organisation is to be founded for them, or to be dissolved after them. One query.</summary>
public sealed class WaitingForces(UnitOfWork unitOfWork) : IWaitingCount
{
    public const string Address = "/forces";

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        var count = actor.Can(Permission.ManageOrganisations) ? await unitOfWork.ReadAsync(actor.TenantId, db => ReadAsync(db, actor, cancellation), cancellation) : 0;
        return count > 0 ? new Dictionary<string, int> { [Address] = count } : new Dictionary<string, int>();
    }

    private static Task<int> ReadAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageOrganisations, u => u.Path);
        var forces = db.Set<TaskForce>().Where(f => units.Any(u => u.TenantId == f.TenantId && u.Id == f.PartyUnitId));
        return AwayRule.Waiting(db, forces).Select(f => f.Id).Take(Listing.CountedAtMost).CountAsync(cancellation);
    }
}
