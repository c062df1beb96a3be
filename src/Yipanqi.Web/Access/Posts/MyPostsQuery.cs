using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>A person's own posts of today and ended ones: why they see what they see.</summary>
public sealed class MyPostsQuery(UnitOfWork unitOfWork)
{
    public sealed record Row(string UnitName, string Title, PostRole Role, DateOnly FromDay, DateOnly? ToDay);

    public Task<List<Row>> FindAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => (from post in db.Set<Post>()
               where post.PersonId == actor.PersonId
               join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
               orderby post.ToDay != null, post.FromDay descending
               select new Row(unit.Name, post.Title, post.Role, post.FromDay, post.ToDay)).ToListAsync(cancellation),
        cancellation);
}
