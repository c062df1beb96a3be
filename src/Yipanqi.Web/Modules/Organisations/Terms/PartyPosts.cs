using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Posts of running terms, and who may hold them.</summary>
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

    /// <summary>
    /// What keeps a person from a post from one day to another beside the posts held in the term: there is one secretary, and of two posts of one person (兼任) each is another task, so neither
    /// is plain membership nor are they secretary and deputy.
    /// </summary>
    public static IEnumerable<Refusal> Clashes(IReadOnlyList<PartyPost> others, PartyRole role, SeatKind kind, Guid? person, DateOnly from, DateOnly? to)
    {
        if (!Enum.IsDefined(role) || !Enum.IsDefined(kind))
        {
            yield return new Refusal("post.role", "Role", "请选择职务和产生方式。");
        }

        var beside = others.Where(p => (p.ToDay is null || p.ToDay >= from) && (to is null || p.FromDay <= to)).ToList();
        if (person is not null && beside.Find(p => p.PersonId == person && !GoTogether(p.Role, role)) is { } held)
        {
            yield return new Refusal("post.twice", "Role", held.Role == role ? "此人这段时间已任这一职务。" : $"此人这段时间已任{TermWords.Of(held.Role)}，不能再任{TermWords.Of(role)}。书记、副书记可以兼一项分工，一人可以兼几项分工。");
        }

        if (role == PartyRole.Secretary && beside.Exists(p => p.Role == PartyRole.Secretary))
        {
            yield return new Refusal("post.secretary", "Role", "本届这一天已有书记。请先免去原书记，或改任职日期。");
        }
    }

    /// <summary>Members of an organisation: of the branch itself, or of the branches below a committee.</summary>
    public static IQueryable<PersonDetail> MembersOf(this YipanqiDb db, Unit unit)
    {
        var branches = db.Set<Unit>().Within([unit.Path], u => u.Path);
        return db.Set<PersonDetail>().Where(d => branches.Any(u => u.Id == d.BranchId));
    }

    private static bool GoTogether(PartyRole one, PartyRole other) =>
        one != other && one != PartyRole.Member && other != PartyRole.Member && (HasTask(one) || HasTask(other));

    private static bool HasTask(PartyRole role) => role is PartyRole.Organisation or PartyRole.Publicity or PartyRole.Discipline;
}
