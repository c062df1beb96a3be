using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// Who is at work, from the account of the cookie: person, posts of today and their subtrees. Kept for one second at most,
/// so that a disabled account or an ended post stops working at once.
/// </summary>
public sealed class ActorQuery(UnitOfWork unitOfWork, TimeProvider clock, IMemoryCache cache)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    public async Task<Actor?> FindAsync(AccountClaims claims, CancellationToken cancellation)
    {
        var key = (nameof(ActorQuery), claims.AccountId);
        var now = clock.GetUtcNow();
        if (cache.TryGetValue(key, out Kept? kept) && kept!.Stamp == claims.SecurityStamp && now < kept.Until)
        {
            return kept.Actor;
        }

        var actor = await unitOfWork.ReadAsync(claims.DomainId, db => LoadAsync(db, claims, cancellation), cancellation);
        cache.Set(key, new Kept(claims.SecurityStamp, actor, now + KeptFor), KeptFor);
        return actor;
    }

    /// <summary>What was kept of these accounts is read anew: called where access was changed, so that the very next request knows.</summary>
    public void Forget(IEnumerable<Guid> accountIds)
    {
        foreach (var id in accountIds)
        {
            cache.Remove((nameof(ActorQuery), id));
        }
    }

    private async Task<Actor?> LoadAsync(YipanqiDb db, AccountClaims claims, CancellationToken cancellation)
    {
        var account = await (
            from a in db.Users
            where a.Id == claims.AccountId && a.DomainId == claims.DomainId && a.SecurityStamp == claims.SecurityStamp && !a.Disabled && !a.Pending
            join domain in db.Set<Domain>() on a.DomainId equals domain.Id
            select new { a.MustChangeSecret, a.SecretChangedUtc, domain.SecretMaxAgeDays }).SingleOrDefaultAsync(cancellation);
        if (account is null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var posts = await (
            from person in db.Set<Person>()
            where person.AccountId == claims.AccountId
            join post in db.Set<Post>() on new { person.TenantId, PersonId = person.Id } equals new { post.TenantId, post.PersonId }
            where post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
            orderby post.FromDay, post.Id
            select new
            {
                PersonId = person.Id,
                PersonName = person.Name,
                post.Role,
                post.Title,
                UnitName = unit.ShortName,
                unit.Path,
                IsTop = unit.ParentId == null,
                Linked = (from link in db.Set<UnitLink>()
                          where link.TenantId == unit.TenantId && link.PartyUnitId == unit.Id
                          join linked in db.Set<Unit>() on new { link.TenantId, Id = link.AdministrativeUnitId } equals new { linked.TenantId, linked.Id }
                          select linked.Path).ToList(),
            }).ToListAsync(cancellation);
        if (posts.Count == 0 || !SeparationOfDuties.Holds([.. posts.Select(p => p.Role)]))
        {
            return null;
        }

        var grants = posts.Where(p => p.IsTop || !PostRoles.IsAdministrator(p.Role))
            .SelectMany(p => p.Linked.Prepend(p.Path).Select(path => new Grant(path, PostRoles.PermissionsOf(p.Role)))).ToList();
        return new Actor(claims.DomainId, posts[0].PersonId, posts[0].PersonName, $"{posts[0].UnitName} · {posts[0].Title}", grants)
        {
            Roots = await db.Set<Unit>().Where(u => u.ParentId == null).Select(u => u.Path).ToListAsync(cancellation),
            SecretIsDue = Account.IsSecretDue(account.MustChangeSecret, account.SecretChangedUtc, account.SecretMaxAgeDays, now),
        };
    }

    private sealed record Kept(string Stamp, Actor? Actor, DateTimeOffset Until);
}
