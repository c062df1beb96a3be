using System.Globalization;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Which posts the list shows, as the address of the page tells it.</summary>
/// <param name="Person">The name, a part or the spelling of it.</param>
/// <param name="Unit">The unit's name, a part or the spelling of it, or its code.</param>
/// <param name="Day">Those held on this day.</param>
/// <param name="Sort">from for the first day, unit for the unit's code, with a minus for descending.</param>
public sealed record PostFilter(string Person, string Unit, PostRole? Role, DateOnly Day, string Sort)
{
    public static readonly IReadOnlyList<string> Fields = ["person", "unit", "role", "day"];

    public static PostFilter From(Func<string, string?> value, DateOnly today) => new(
        value("person")?.Trim() ?? "",
        value("unit")?.Trim() ?? "",
        Enum.TryParse<PostRole>(value("role"), out var role) && Enum.IsDefined(role) ? role : null,
        DateOnly.TryParseExact(value("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today,
        value("sort") ?? "");

    /// <summary>The posts that match, at units the actor administers.</summary>
    internal IQueryable<Post> Apply(YipanqiDb db, Actor actor)
    {
        var units = db.Set<Unit>().Within(PostsQuery.TopsOf(actor), u => u.Path);
        units = Unit.Length == 0 ? units : units.FoundBy(db, SearchKind.Unit, Unit, u => u.Id);
        var posts = db.Set<Post>().Where(p => p.FromDay <= Day && (p.ToDay == null || p.ToDay >= Day) && units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId));
        posts = Role is null ? posts : posts.Where(p => p.Role == Role);
        return Person.Length == 0 ? posts : posts.FoundBy(db, SearchKind.Person, Person, p => p.PersonId);
    }

    internal IQueryable<Post> Order(YipanqiDb db, IQueryable<Post> posts) => Sort switch
    {
        "from" => posts.OrderBy(p => p.FromDay).ThenBy(p => p.Id),
        "-from" => posts.OrderByDescending(p => p.FromDay).ThenBy(p => p.Id),
        "-unit" => posts.OrderByDescending(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
        _ => posts.OrderBy(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
    };
}
