using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Who may do what where, on any day, for the administrators.</summary>
public sealed class PostsQuery(UnitOfWork unitOfWork)
{
    public Task<ListPage<PostLine>> PageAsync(Actor actor, PostFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await (await filter.ApplyAsync(db, actor, cancellation)).PageAsync(page, rows => filter.Order(db, rows), rows => Lines(db, rows), cancellation),
        cancellation);

    /// <summary>All that match.</summary>
    public Task<List<PostLine>> ExportAsync(Actor actor, PostFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, async db => await Lines(db, filter.Order(db, await filter.ApplyAsync(db, actor, cancellation))).ToListAsync(cancellation), cancellation);

    internal static IQueryable<PostLine> Lines(YipanqiDb db, IQueryable<Post> posts) =>
        from post in posts
        let person = db.Set<Person>().First(p => p.TenantId == post.TenantId && p.Id == post.PersonId)
        let unit = db.Set<Unit>().First(u => u.TenantId == post.TenantId && u.Id == post.UnitId)
        select new PostLine(post.Id, person.Id, person.Name, person.AccountId, unit.Id, unit.Code, unit.Name, post.Role, post.Title, post.FromDay, post.ToDay);

    /// <summary>Tops of the subtrees that any of the three administrations covers.</summary>
    internal static IReadOnlyList<string> TopsOf(Actor actor) =>
        [.. new[] { Permission.ManageAccounts, Permission.ApproveAccounts, Permission.AuditJournal }.SelectMany(actor.PathsFor).Distinct()];
}
