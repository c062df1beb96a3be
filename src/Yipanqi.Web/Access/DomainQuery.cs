using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access.Packs;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>The directory of tenants, for names on pages. A tenant's names do not change while the program runs.</summary>
public sealed class DomainQuery(UnitOfWork unitOfWork)
{
    private readonly ConcurrentDictionary<Guid, Domain> known = new();

    public async Task<Domain?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (known.TryGetValue(id, out var domain))
        {
            return domain;
        }

        domain = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().SingleOrDefaultAsync(d => d.Id == id, cancellation), cancellation);
        return domain is null ? null : known.GetOrAdd(id, domain);
    }

    /// <summary>The template pack the actor's tenant was set up with.</summary>
    public async Task<TemplatePack> PackAsync(Actor actor, CancellationToken cancellation) => TemplatePacks.Of((await FindAsync(actor.TenantId, cancellation))?.Pack ?? "");

    /// <summary>Days after which everyone has to change their secret; read anew each time.</summary>
    public Task<int> SecretMaxAgeDaysAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => db.Set<Domain>().Where(d => d.Id == actor.TenantId).Select(d => d.SecretMaxAgeDays).SingleAsync(cancellation), cancellation);

    public Task<List<Domain>> AllAsync(CancellationToken cancellation) =>
        unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().OrderBy(d => d.CreatedUtc).ToListAsync(cancellation), cancellation);
}
