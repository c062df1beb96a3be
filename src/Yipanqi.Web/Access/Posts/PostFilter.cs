using System.Globalization;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Which posts the list shows, as the address of the page tells it.</summary>
/// <param name="Person">Part of the name.</param>
/// <param name="Unit">Part of the unit's name, or its code.</param>
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
        units = Unit.Length == 0 ? units : units.Where(u => u.Name.Contains(Unit) || u.ShortName.Contains(Unit) || u.Code == Unit);
        var posts = db.Set<Post>().Where(p => p.FromDay <= Day && (p.ToDay == null || p.ToDay >= Day) && units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId));
        posts = Role is null ? posts : posts.Where(p => p.Role == Role);
        return Person.Length == 0 ? posts : posts.Where(p => db.Set<Person>().Any(x => x.TenantId == p.TenantId && x.Id == p.PersonId && x.Name.Contains(Person)));
    }

    internal IQueryable<Post> Order(YipanqiDb db, IQueryable<Post> posts) => Sort switch
    {
        "from" => posts.OrderBy(p => p.FromDay).ThenBy(p => p.Id),
        "-from" => posts.OrderByDescending(p => p.FromDay).ThenBy(p => p.Id),
        "-unit" => posts.OrderByDescending(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
        _ => posts.OrderBy(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
    };
}
