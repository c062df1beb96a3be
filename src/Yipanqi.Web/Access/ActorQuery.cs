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
        var key = (nameof(ActorQuery), claims.AccountId, claims.SecurityStamp);
        var now = clock.GetUtcNow();
        if (cache.TryGetValue(key, out Kept? kept) && now < kept!.Until)
        {
            return kept.Actor;
        }

        var actor = await unitOfWork.ReadAsync(claims.DomainId, db => LoadAsync(db, claims, cancellation), cancellation);
        cache.Set(key, new Kept(actor, now + KeptFor), KeptFor);
        return actor;
    }

    private async Task<Actor?> LoadAsync(YipanqiDb db, AccountClaims claims, CancellationToken cancellation)
    {
        var valid = await db.Users.AnyAsync(
            a => a.Id == claims.AccountId && a.DomainId == claims.DomainId && a.SecurityStamp == claims.SecurityStamp && !a.Disabled, cancellation);
        if (!valid)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaTime.Offset).DateTime);
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
                Linked = (from link in db.Set<UnitLink>()
                          where link.TenantId == unit.TenantId && link.PartyUnitId == unit.Id
                          join linked in db.Set<Unit>() on new { link.TenantId, Id = link.AdministrativeUnitId } equals new { linked.TenantId, linked.Id }
                          select linked.Path).ToList(),
            }).ToListAsync(cancellation);
        if (posts.Count == 0)
        {
            return null;
        }

        var grants = posts.SelectMany(p => p.Linked.Prepend(p.Path).Select(path => new Grant(path, PostRoles.PermissionsOf(p.Role)))).ToList();
        return new Actor(claims.DomainId, posts[0].PersonId, posts[0].PersonName, $"{posts[0].UnitName} · {posts[0].Title}", grants);
    }

    private sealed record Kept(Actor? Actor, DateTimeOffset Until);
}
