using System.Text;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Security.Ground;

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
    public static readonly IReadOnlyDictionary<string, string> BeyondScope = new Dictionary<string, string>
    {
        ["/accounts"] = "administrators name the unit of each post, over the whole tenant, and nothing else of it",
        ["/accounts/new"] = "the same",
        ["/accounts/export"] = "the same",
        ["/accounts/{Id:guid}"] = "the same",
        ["/approvals"] = "the same",
        ["/posts"] = "the same",
        ["/posts/export"] = "the same",
        ["/posts/why"] = "the same",
        ["/assessment/bulletins/{Id:guid}"] = "an issued bulletin is a letter to all organisations: docs/decisions/0088",
        ["/assessment/bulletins/{id:guid}/word"] = "the same",
        ["/assessment/examples"] = "an example that the level above spreads, with the name of its organisation: docs/decisions/0090",
    };

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

    /// <summary>Forms that no seeded row shows, by name, and where they are tested instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> UnseenForms = new Dictionary<string, string>
    {
        ["set-up"] = "there only while no account exists; its secret is asked: SetUp, FirstSetUpJourney",
    };

    /// <summary>Forms, by route or by route and name, that change no row, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormsWithoutEffect = new Dictionary<string, string>
    {
        ["/shell/theme"] = "sets a cookie",
        ["/shell/language"] = "sets a cookie",
        ["/sign-in"] = "a session is a cookie",
        ["/sign-out"] = "a session is a cookie",
        ["/styleguide"] = "samples",
        ["/styleguide/gate"] = "samples",
        ["/assessment/bulletins draft"] = "the seeded quarter has an open draft, and one at a time is allowed: BulletinPageTests",
    };

    /// <summary>What to fill in where anything at random is refused: by form, then by field.</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Filled = new Dictionary<string, Dictionary<string, string>>
    {
        ["/account secret"] = new() { ["Input.New"] = "Yipanqi-2027", ["Input.Repeated"] = "Yipanqi-2027" },
        ["/units/new add"] = new() { ["Code"] = "N1" },
        ["/units/{Id:guid} link"] = new() { ["Other"] = new Canary('A', SecurityTenant.SecondOrgan).ToString() },
        ["/assessment/schemes import"] = new() { ["File"] = Encoding.UTF8.GetString(SchemeJson.Write(AssessmentGround.SmallScheme(code: "new"))) },
    };

    public static bool HasNoEffect(SeenForm form) => FormsWithoutEffect.ContainsKey(form.Key) || FormsWithoutEffect.ContainsKey(form.Route.Template);
}
