using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Which posts the list shows, as the address of the page tells it.</summary>
/// <param name="Person">The name, a part or the spelling of it.</param>
/// <param name="Unit">The unit's name, a part or the spelling of it, or its code.</param>
/// <param name="Over">Not posts at that unit alone but all whose subtree, or whose linked administrative subtree, holds it; the unit is then named in full or by its code.</param>
/// <param name="Day">Those held on this day.</param>
/// <param name="Sort">from for the first day, unit for the unit's code, with a minus for descending.</param>
public sealed record PostFilter(string Person, string Unit, bool Over, PostRole? Role, DateOnly Day, string Sort)
{
    // Units of one name that are looked above at once.
    private const int MostAsked = 20;

    public static readonly IReadOnlyList<string> Fields = ["person", "unit", "over", "role", "day"];

    public static PostFilter From(Func<string, string?> value, DateOnly today) => new(
        value("person")?.Trim() ?? "",
        value("unit")?.Trim() ?? "",
        value("over") == "yes",
        Enum.TryParse<PostRole>(value("role"), out var role) && Enum.IsDefined(role) ? role : null,
        DateOnly.TryParseExact(value("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today,
        value("sort") ?? "");

    /// <summary>The posts that match, at units the actor administers.</summary>
    internal async Task<IQueryable<Post>> ApplyAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(PostsQuery.TopsOf(actor), u => u.Path);
        units = Unit.Length == 0 ? units : Over ? await OverAsync(db, units, cancellation) : units.FoundBy(db, SearchKind.Unit, Unit, u => u.Id);
        var posts = db.Set<Post>().Where(p => p.FromDay <= Day && (p.ToDay == null || p.ToDay >= Day) && units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId));
        posts = Role is null ? posts : posts.Where(p => p.Role == Role);
        return Person.Length == 0 ? posts : posts.FoundBy(db, SearchKind.Person, Person, p => p.PersonId);
    }

    // A post reaches what lies below its unit, and below the administrative units that a Party organisation is tied to.
    private async Task<IQueryable<Unit>> OverAsync(YipanqiDb db, IQueryable<Unit> units, CancellationToken cancellation)
    {
        var asked = await units.Where(u => u.Code == Unit || u.Name == Unit || u.ShortName == Unit).Select(u => u.Path).Take(MostAsked).ToListAsync(cancellation);
        var paths = asked.SelectMany(Access.Unit.PathsTo).Distinct().ToArray();
        var tops = db.Set<Unit>().Where(u => EF.Parameter(paths).Contains(u.Path));
        return units.Where(u => EF.Parameter(paths).Contains(u.Path)
            || db.Set<UnitLink>().Any(l => l.TenantId == u.TenantId && l.PartyUnitId == u.Id && tops.Any(t => t.TenantId == l.TenantId && t.Id == l.AdministrativeUnitId)));
    }

    internal IQueryable<Post> Order(YipanqiDb db, IQueryable<Post> posts) => Sort switch
    {
        "from" => posts.OrderBy(p => p.FromDay).ThenBy(p => p.Id),
        "-from" => posts.OrderByDescending(p => p.FromDay).ThenBy(p => p.Id),
        "-unit" => posts.OrderByDescending(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
        _ => posts.OrderBy(p => db.Set<Unit>().First(u => u.TenantId == p.TenantId && u.Id == p.UnitId).Code).ThenBy(p => p.Id),
    };
}
