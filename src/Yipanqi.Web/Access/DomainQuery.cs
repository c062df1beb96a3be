using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>The directory of tenants, for names on pages. A tenant's row does not change while the program runs.</summary>
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

    public Task<List<Domain>> AllAsync(CancellationToken cancellation) =>
        unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().OrderBy(d => d.CreatedUtc).ToListAsync(cancellation), cancellation);
}
