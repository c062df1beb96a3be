using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>
/// Task forces that wait for whoever founds organisations: a temporary Party organisation is to be founded for them, or to be dissolved after them. One query, kept for a minute
/// and dropped when the person acts.
/// </summary>
public sealed class WaitingForces(UnitOfWork unitOfWork, IMemoryCache cache, TimeProvider clock) : IWaitingCount
{
    public const string Address = "/forces";

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageOrganisations))
        {
            return new Dictionary<string, int>();
        }

        var now = clock.GetUtcNow();
        if (!cache.TryGetValue(KeyOf(actor), out (int Count, DateTimeOffset Until) kept) || now >= kept.Until)
        {
            kept = (await unitOfWork.ReadAsync(actor.TenantId, db => ReadAsync(db, actor, cancellation), cancellation), now + KeptFor);
            cache.Set(KeyOf(actor), kept, KeptFor);
        }

        return kept.Count > 0 ? new Dictionary<string, int> { [Address] = kept.Count } : new Dictionary<string, int>();
    }

    public void Forget(Actor actor) => cache.Remove(KeyOf(actor));

    private static Task<int> ReadAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageOrganisations, u => u.Path);
        var forces = db.Set<TaskForce>().Where(f => units.Any(u => u.TenantId == f.TenantId && u.Id == f.PartyUnitId));
        return AwayRule.Waiting(db, forces).Select(f => f.Id).Take(Listing.CountedAtMost).CountAsync(cancellation);
    }

    private static (string Name, Guid TenantId, Guid PersonId) KeyOf(Actor actor) => (nameof(WaitingForces), actor.TenantId, actor.PersonId);
}
