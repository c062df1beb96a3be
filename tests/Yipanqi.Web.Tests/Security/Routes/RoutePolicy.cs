namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>
/// What the generated tests cannot know by themselves: one line for each exception, with its reason. Which permission a route asks for
/// stands at the route itself (<c>[Needs]</c>); routes without one are listed in <c>EndpointTests</c>.
/// </summary>
public static class RoutePolicy
{
    /// <summary>Addresses of routes to which no link leads and whose parameter is no id of a seeded row.</summary>
    public static readonly IReadOnlyList<string> Addresses = [];

    /// <summary>Routes that may show a unit outside the reader's scope, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> BeyondScope = new Dictionary<string, string>();

    /// <summary>Routes that name the units above the reader's own, and where.</summary>
    public static readonly IReadOnlyDictionary<string, string> NamesSuperiors = new Dictionary<string, string>
    {
        ["/units"] = "the unit above each unit of the list",
        ["/units/export"] = "the same, as an import needs it",
    };

    /// <summary>Routes that answer another person's or tenant's row otherwise than one that never was, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> ToldApart = new Dictionary<string, string>();

    /// <summary>Tables that a GET may write, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> WrittenByReading = new Dictionary<string, string>();

    /// <summary>Forms that no seeded row shows, by route and name, and where they are tested instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> UnseenForms = new Dictionary<string, string>();

    /// <summary>Forms that change no row when filled in at random, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormsWithoutEffect = new Dictionary<string, string>();

    /// <summary>What to fill in where anything at random is refused: by form, then by field.</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Filled = new Dictionary<string, Dictionary<string, string>>();
}
