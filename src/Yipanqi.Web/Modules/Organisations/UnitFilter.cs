using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Which units a list shows, as the address of the page tells it.</summary>
/// <param name="Text">Words of the name or short name, how they are spelt, or the beginning of the code.</param>
/// <param name="Sort">code or sort, with a minus for descending; empty for the order of the tree.</param>
public sealed record UnitFilter(string Text, Track? Track, string Kind, Guid? PeerGroupId, bool? IsAssessed, string Sort)
{
    /// <summary>These alone, as chosen by their boxes; empty for all.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>As they were on this day; null for now.</summary>
    public DateOnly? Day { get; init; }

    public UnitExistence Existence { get; init; }

    public static readonly IReadOnlyList<string> Fields = ["q", "track", "kind", "group", "assessed", "state", "day"];

    /// <summary>Reads the values by their names in the address; what is not understood is left out.</summary>
    public static UnitFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        Enum.TryParse<Track>(value("track"), ignoreCase: true, out var track) && Enum.IsDefined(track) ? track : null,
        value("kind") ?? "",
        Guid.TryParse(value("group"), out var group) ? group : null,
        value("assessed") switch { "yes" => true, "no" => false, _ => null },
        value("sort") ?? "")
    {
        Day = DayText.TryRead(value("day")?.Trim() ?? "", out var day) ? day : null,
        Existence = value("state") switch { "closed" => UnitExistence.Closed, "all" => UnitExistence.All, _ => UnitExistence.Open },
    };

    /// <summary>The units that match, of those the actor may see.</summary>
    internal IQueryable<UnitRow> Apply(YipanqiDb db, Actor actor) => Worded(db, Narrow(db, actor));

    /// <summary>The same by all but the words.</summary>
    internal IQueryable<UnitRow> Narrow(YipanqiDb db, Actor actor)
    {
        var seen = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
        seen = Chosen.Count == 0 ? seen : seen.Where(u => Chosen.Contains(u.Id));
        seen = Day is not null || Existence == UnitExistence.All ? seen : Existence == UnitExistence.Closed ? seen.Where(u => u.ClosedDay != null) : seen.Open();
        var units = Day is { } day ? seen.OnDay(db, day) : seen.Now();
        units = Track is null ? units : units.Where(u => u.Track == Track);
        units = Kind.Length == 0 ? units : units.Where(u => u.Kind == Kind);
        units = PeerGroupId is null ? units : units.Where(u => u.PeerGroupId == PeerGroupId);
        return IsAssessed is null ? units : units.Where(u => u.IsAssessed == IsAssessed);
    }

    /// <summary>Those of the narrowed units that the words lead to, in the order asked for.</summary>
    internal IQueryable<UnitRow> Order(YipanqiDb db, IQueryable<UnitRow> narrowed)
    {
        var units = Worded(db, narrowed);
        return Sort switch
        {
            "code" => units.OrderBy(u => u.Code),
            "-code" => units.OrderByDescending(u => u.Code),
            "sort" => units.OrderBy(u => u.SortOrder).ThenBy(u => u.Code),
            "-sort" => units.OrderByDescending(u => u.SortOrder).ThenBy(u => u.Code),
            _ when Text.Length > 0 && Day is null && narrowed.InListOrder(db, SearchKind.Unit, Text, u => u.Id) is { } ordered => ordered,
            _ => units.OrderBy(u => u.Track).ThenBy(u => u.Depth).ThenBy(u => u.SortOrder).ThenBy(u => u.Code),
        };
    }

    // Words for searching are those of today.
    private IQueryable<UnitRow> Worded(YipanqiDb db, IQueryable<UnitRow> units) =>
        Text.Length == 0 ? units
        : Day is null ? units.FoundBy(db, SearchKind.Unit, Text, u => u.Id)
        : units.Where(u => u.Name.Contains(Text) || u.ShortName.Contains(Text) || u.Code.ToUpper().Contains(Text.ToUpper()));
}
