using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>The accounts of the tenant, for the administrators.</summary>
public sealed class AccountsQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const Permission Readers = Permission.ManageAccounts | Permission.ApproveAccounts | Permission.AuditJournal;

    /// <summary>A person who has no account yet, with their posts in words.</summary>
    public sealed record Candidate(Guid PersonId, string Name, IReadOnlyList<string> Posts);

    private const int MostCandidates = 20;

    public Task<ListPage<AccountLine>> PageAsync(Actor actor, AccountFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            if (!actor.CanAny(Readers))
            {
                return ListPage<AccountLine>.Empty;
            }

            var list = await filter.Apply(db, Now).PageAsync(page, filter.Order, rows => Lines(db, rows), cancellation);
            return list with { Rows = await WithPostsAsync(db, list.Rows, cancellation) };
        },
        cancellation);

    /// <summary>All that match.</summary>
    public Task<IReadOnlyList<AccountLine>> ExportAsync(Actor actor, AccountFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => actor.CanAny(Readers) ? await WithPostsAsync(db, await Lines(db, filter.Order(filter.Apply(db, Now))).ToListAsync(cancellation), cancellation) : [],
        cancellation);

    /// <summary>People without account by their name, a part or the spelling of it; several may bear it, so their posts stand beside it.</summary>
    public Task<List<Candidate>> CandidatesAsync(Actor actor, string name, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            if (!actor.Can(Permission.ManageAccounts) || name.Length == 0)
            {
                return [];
            }

            var found = await db.Set<Person>().FoundBy(db, SearchKind.Person, name, p => p.Id).Where(p => p.AccountId == null).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostCandidates).ToListAsync(cancellation);
            var posts = await PostsOfAsync(db, found.ConvertAll(p => p.Id), cancellation);
            return found.ConvertAll(p => new Candidate(p.Id, p.Name, [.. posts[p.Id]]));
        },
        cancellation);

    internal static IQueryable<AccountLine> Lines(YipanqiDb db, IQueryable<Account> accounts) =>
        from a in accounts
        let p = db.Set<Person>().First(p => p.AccountId == a.Id)
        select new AccountLine(a.Id, p.Id, p.Name, a.UserName!, a.Pending, a.Disabled, a.LockedUntilUtc, a.EnabledUtc, a.LastSignInUtc);

    internal async Task<IReadOnlyList<AccountLine>> WithPostsAsync(YipanqiDb db, IReadOnlyList<AccountLine> lines, CancellationToken cancellation)
    {
        var posts = await PostsOfAsync(db, [.. lines.Select(l => l.PersonId)], cancellation);
        return [.. lines.Select(l => l with { Posts = [.. posts[l.PersonId]] })];
    }

    private async Task<ILookup<Guid, string>> PostsOfAsync(YipanqiDb db, List<Guid> personIds, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(Now);
        var posts = await (
            from post in db.Set<Post>()
            where personIds.Contains(post.PersonId) && post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
            orderby post.FromDay, post.Id
            select new { post.PersonId, unit.ShortName, post.Role }).ToListAsync(cancellation);
        return posts.ToLookup(p => p.PersonId, p => $"{p.ShortName}·{T.Of(PostRoles.NameOf(p.Role))}");
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
