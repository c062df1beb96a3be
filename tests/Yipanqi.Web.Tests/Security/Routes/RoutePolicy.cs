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
    };

    /// <summary>What to fill in where anything at random is refused: by form, then by field.</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Filled = new Dictionary<string, Dictionary<string, string>>
    {
        ["/account secret"] = new() { ["Input.New"] = "Yipanqi-2027", ["Input.Repeated"] = "Yipanqi-2027" },
        ["/units/new add"] = new() { ["Code"] = "N1" },
        ["/units/{Id:guid} link"] = new() { ["Other"] = new Canary('A', SecurityTenant.SecondOrgan).ToString() },
        ["/units/{Id:guid}/rename rename"] = new() { ["Name"] = "更名", ["Day"] = "2026-10-12" },
        ["/units/{Id:guid}/move move"] = new() { ["Target"] = new Canary('A', SecurityTenant.Second).ToString(), ["Day"] = "2026-10-12" },
        ["/units/{Id:guid}/merge merge"] = new() { ["Target"] = new Canary('A', SecurityTenant.OtherBranch).ToString(), ["Day"] = "2026-10-12" },
        ["/units/{Id:guid}/close close"] = new() { ["Target"] = new Canary('A', SecurityTenant.OtherBranch).ToString(), ["Day"] = "2026-10-12" },
        ["/units/{Id:guid}/split split"] = new() { ["Code"] = "N2", ["Day"] = "2026-10-12" },
        ["/temporary/new found"] = new() { ["FromDay"] = "2026-10-12", ["UntilDay"] = "2026-12-31" },
        ["/temporary/{Id:guid} join"] = new() { ["FromDay"] = "2026-10-12" },
        ["/temporary/{Id:guid} extend"] = new() { ["UntilDay"] = "2027-03-31" },
        ["/temporary/{Id:guid} dissolve"] = new() { ["Day"] = "2026-10-12" },
        ["/peer-groups/{Id:guid} rule"] = new() { ["Least"] = "3", ["Most"] = "9" },
        ["/assessment/schemes import"] = new() { ["File"] = Encoding.UTF8.GetString(SchemeJson.Write(AssessmentGround.SmallScheme(code: "new"))) },
    };

    public static bool HasNoEffect(SeenForm form) => FormsWithoutEffect.ContainsKey(form.Key) || FormsWithoutEffect.ContainsKey(form.Route.Template);
}
