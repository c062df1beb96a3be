using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Which people a list shows, as the address of the page tells it.</summary>
/// <param name="Text">Part of the name or how it is spelt, or the beginning of the staff code.</param>
/// <param name="Unit">Code of a unit: people of its subtree.</param>
/// <param name="Post">A Party post held now.</param>
/// <param name="Sort">code or joined, with a minus for descending; empty is by staff code.</param>
public sealed record PeopleFilter(string Text, string Unit, PartyStatus? Status, PartyRole? Post, bool? IsKeyPost, string Sort)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "unit", "status", "post", "key"];

    /// <summary>These alone, as chosen by their boxes; empty for all.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>Reads the values by their names in the address; what is not understood is left out.</summary>
    public static PeopleFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        value("unit")?.Trim() ?? "",
        Enum.TryParse<PartyStatus>(value("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        Enum.TryParse<PartyRole>(value("post"), ignoreCase: true, out var post) && Enum.IsDefined(post) ? post : null,
        value("key") switch { "yes" => true, "no" => false, _ => null },
        value("sort") ?? "");

    /// <summary>The people that match, of those the actor may see.</summary>
    internal async Task<IQueryable<PersonDetail>> ApplyAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var people = await db.ListedAsync(actor, Permission.ViewPeople, cancellation);
        if (Unit.Length > 0)
        {
            // A code that is not there shows nobody, as an empty subtree would.
            var top = await db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path).Where(u => u.Code == Unit).Select(u => u.Path).SingleOrDefaultAsync(cancellation);
            var units = db.Set<Unit>().Within(top is null ? [] : [top], u => u.Path);
            people = people.Where(d => units.Any(u => u.Id == d.BranchId) || units.Any(u => u.Id == d.WorkUnitId));
        }

        var (from, to) = (Text, IsCode ? SearchCondition.End(Text) : "");
        people = Text.Length == 0 ? people : IsCode ? people.Where(d => string.Compare(d.StaffCode, from) >= 0 && string.Compare(d.StaffCode, to) < 0) : people.FoundBy(db, SearchKind.Person, Text, d => d.PersonId);

        if (Post is { } role)
        {
            var held = db.Set<PartyPost>().Where(p => p.Role == role && p.ToDay == null);
            people = people.Where(d => held.Any(p => p.PersonId == d.PersonId));
        }

        var chosen = Chosen.ToArray();
        people = chosen.Length == 0 ? people : people.Where(d => EF.Parameter(chosen).Contains(d.PersonId));
        people = Status is { } status ? people.Where(d => d.Status == status) : people;
        return IsKeyPost is { } key ? people.Where(d => d.IsKeyPost == key) : people;
    }

    // A name has no digits.
    private bool IsCode => Text.Any(char.IsAsciiDigit);

    internal IQueryable<PersonDetail> Order(IQueryable<PersonDetail> people) => Sort switch
    {
        "-code" => people.OrderByDescending(d => d.StaffCode),
        "joined" => people.OrderBy(d => d.JoinedOrder).ThenBy(d => d.StaffCode),
        "-joined" => people.OrderByDescending(d => d.JoinedOrder).ThenByDescending(d => d.StaffCode),
        _ => people.OrderBy(d => d.StaffCode),
    };
}
