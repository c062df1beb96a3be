using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Posts of running terms.</summary>
internal static class PartyPosts
{
    /// <summary>
    /// Ends the posts that people leave behind when they move: those in committees that do not lie above the new branch, all of them where there is none.
    /// </summary>
    /// <param name="moves">By person: path of the new branch or null, and the first day there.</param>
    /// <returns>Those it ended.</returns>
    public static async Task<IReadOnlyList<PartyPost>> EndOutsideAsync(YipanqiDb db, IReadOnlyDictionary<Guid, (string? Path, DateOnly Day)> moves, CancellationToken cancellation)
    {
        var people = moves.Keys.ToArray();
        var held = people.Length == 0 ? [] : await (
            from post in db.Set<PartyPost>()
            where post.ToDay == null && EF.Parameter(people).Contains(post.PersonId)
            join term in db.Set<CommitteeTerm>() on new { post.TenantId, Id = post.TermId } equals new { term.TenantId, term.Id }
            join unit in db.Set<Unit>() on new { term.TenantId, Id = term.UnitId } equals new { unit.TenantId, unit.Id }
            select new { Post = post, unit.Path }).ToListAsync(cancellation);
        var left = held.Where(h => moves[h.Post.PersonId].Path?.StartsWith(h.Path, StringComparison.Ordinal) != true).Select(h => h.Post).ToList();
        left.ForEach(post => post.End(moves[post.PersonId].Day));
        return left;
    }
}
