using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>
/// Why a person sees a unit: the posts whose subtree, or whose linked administrative subtree, holds it. Administrators ask about anyone;
/// everyone asks about themselves, and of units that none of their posts reaches learns nothing, not even that they are there.
/// </summary>
public sealed class WhyQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    private sealed record Held(Guid UnitId, string Path, string UnitName, string Title, PostRole Role, DateOnly FromDay, List<Linked> Links);

    private sealed record Linked(Guid UnitId, string Path, string Name);

    /// <summary>Null for a person the reader may not ask about.</summary>
    public Task<WhyView?> FindAsync(Actor actor, Guid personId, string unit, DateOnly day, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => personId == actor.PersonId || actor.CanAny(AccountsQuery.Readers) ? await LoadAsync(db, actor, personId, unit, day, cancellation) : null,
        cancellation);

    private async Task<WhyView?> LoadAsync(YipanqiDb db, Actor actor, Guid personId, string codeOrName, DateOnly day, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().Where(p => p.Id == personId).Select(p => new { p.Name, p.AccountId }).SingleOrDefaultAsync(cancellation);
        if (person is null)
        {
            return null;
        }

        var posts = await PostsAsync(db, personId, day, cancellation);
        var tops = actor.CanAny(AccountsQuery.Readers) ? PostsQuery.TopsOf(actor) : [.. posts.SelectMany(p => p.Links.Select(l => l.Path).Prepend(p.Path)).Distinct()];
        var found = await db.Set<Unit>().Within(tops, u => u.Path).Where(u => u.Code == codeOrName || u.Name == codeOrName || u.ShortName == codeOrName)
            .OrderBy(u => u.Code).Take(2).Select(u => new { u.Code, u.Name, u.Path }).ToListAsync(cancellation);
        var unit = found.Find(u => u.Code == codeOrName) ?? (found.Count == 1 ? found[0] : null);
        if (unit is null)
        {
            return new WhyView(person.Name, null, day, await StateAsync(db, person.AccountId, cancellation), []);
        }

        var reaches = posts.SelectMany(p => Reaches(p, unit.Path)).ToList();
        return new WhyView(person.Name, unit.Name, day, await StateAsync(db, person.AccountId, cancellation), await WithLinkDaysAsync(db, reaches, cancellation));
    }

    private static Task<List<Held>> PostsAsync(YipanqiDb db, Guid personId, DateOnly day, CancellationToken cancellation) => (
        from post in db.Set<Post>()
        where post.PersonId == personId && post.FromDay <= day && (post.ToDay == null || post.ToDay >= day)
        join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
        orderby post.FromDay, post.Id
        select new Held(
            unit.Id, unit.Path, unit.Name, post.Title, post.Role, post.FromDay,
            (from link in db.Set<UnitLink>()
             where link.TenantId == unit.TenantId && link.PartyUnitId == unit.Id
             join linked in db.Set<Unit>() on new { link.TenantId, Id = link.AdministrativeUnitId } equals new { linked.TenantId, linked.Id }
             select new Linked(linked.Id, linked.Path, linked.Name)).ToList())).ToListAsync(cancellation);

    private static IEnumerable<(Held Post, Linked? Link, WhyView.Reach Reach)> Reaches(Held post, string path)
    {
        if (path.StartsWith(post.Path, StringComparison.Ordinal))
        {
            yield return (post, null, new(post.UnitName, post.Title, post.Role, null, path != post.Path, post.FromDay, null));
        }

        foreach (var link in post.Links.Where(l => path.StartsWith(l.Path, StringComparison.Ordinal)))
        {
            yield return (post, link, new(post.UnitName, post.Title, post.Role, link.Name, path != link.Path, post.FromDay, null));
        }
    }

    private static async Task<List<WhyView.Reach>> WithLinkDaysAsync(YipanqiDb db, List<(Held Post, Linked? Link, WhyView.Reach Reach)> reaches, CancellationToken cancellation)
    {
        var parties = reaches.Where(r => r.Link is not null).Select(r => (Guid?)r.Post.UnitId).Distinct().ToList();
        var entries = parties.Count == 0 ? [] : await db.Set<JournalEntry>().Where(e => e.Action == "unit.linked" && parties.Contains(e.SubjectId))
            .OrderByDescending(e => e.AtUtc).Select(e => new { e.SubjectId, e.Detail, e.AtUtc }).ToListAsync(cancellation);
        return reaches.ConvertAll(r => r.Reach with
        {
            LinkedDay = r.Link is null ? null : entries.Where(e => e.SubjectId == r.Post.UnitId && e.Detail.Contains(r.Link.UnitId.ToString(), StringComparison.OrdinalIgnoreCase))
                .Select(e => (DateOnly?)ChinaTime.DayOf(e.AtUtc)).FirstOrDefault(),
        });
    }

    private async Task<AccountState?> StateAsync(YipanqiDb db, Guid? accountId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var line = await db.Users.Where(a => a.Id == accountId && a.DomainId == db.TenantId)
            .Select(a => new AccountLine(a.Id, a.Id, "", "", a.Pending, a.Disabled, a.LockedUntilUtc, a.EnabledUtc, a.LastSignInUtc)).SingleOrDefaultAsync(cancellation);
        return line?.StateAt(now);
    }
}
