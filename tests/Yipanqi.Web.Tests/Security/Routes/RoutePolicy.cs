using System.Text;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Assessment;
using Yipanqi.Web.Tests.Modules.Responsibilities;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>
/// What the generated tests cannot know by themselves: one line for each exception, with its reason. Which permission a route asks for
/// stands at the route itself (<c>[Needs]</c>); a module keeps its own lines beside its tests (<see cref="RouteLines"/>); routes without one are listed in <c>EndpointTests</c>.
/// </summary>
public static class RoutePolicy
{
    /// <summary>Addresses to which no link leads, or too late for the crawl; {Unit} stands for the id of such a row of the reader's, {Scheme:Draft} of one in this state.</summary>
    public static readonly IReadOnlyList<string> Addresses =
    [
        .. RouteLines.All.SelectMany(l => l.Addresses),
        "/units/several?id={Unit}",
        "/units/{Unit}/terms",
        "/units/{Unit}/split",
        "/units/{Unit:Spare}/merge",
        "/units/{Unit:Spare}/close",
        "/units/{Unit:Renamed}",
        "/assessment/schemes/{Scheme:Draft}/weights?node=P&quarter=2026Q3",
        "/assessment/schemes/{Scheme:Draft}/weights?node=B&quarter=2026Q3",
        "/assessment/quarters?quarter=2026Q1",
        "/assessment/quarters?quarter=2027Q1",
        "/tasks/several?id={BusinessTask}",
        "/measures/several?id={PartyMeasure:Active}",
        "/measures/{PartyMeasure:Withdrawn}",
        "/measures/{PartyMeasure:Active}/join",
        "/fusion/{FusionPoint:Ended}",
        $"/assessment/objections/new?quarter={CycleSeed.Objecting}",
        $"/assessment/reviews/several?quarter={AssessmentSeed.Next}&id={{Unit}}.M1",
        "/duties/accept?id={Obligation:Submitted}",
        "/duties/{Obligation:Submitted}",
        "/duties/{Obligation:Open}",
        "/duties/lists/{ListVersion:Draft}/duty",
    ];

    /// <summary>Routes that may show a unit outside the reader's scope, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> BeyondScope = new Dictionary<string, string>(RouteLines.Of(l => l.BeyondScope))
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
        ["/assessment/supply/{Code}"] = "a department supplies its item for all organisations and names them: docs/decisions/0151",
        ["/assessment/examples"] = "an example that the level above spreads, with the name of its organisation: docs/decisions/0090",
    };

    /// <summary>Routes that name the units above the reader's own, and where.</summary>
    public static readonly IReadOnlyDictionary<string, string> NamesSuperiors = new Dictionary<string, string>(RouteLines.Of(l => l.NamesSuperiors))
    {
        ["/units"] = "the unit above each unit of the list",
        ["/units/export"] = "the same, as an import needs it",
    };

    /// <summary>Routes that answer another person's or tenant's row otherwise than one that never was, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> ToldApart = new Dictionary<string, string>(RouteLines.Of(l => l.ToldApart))
    {
        ["/assessment/bulletins/{Id:guid}"] = "an issued bulletin is open to all who see assessments, a draft to nobody else: docs/decisions/0088, BulletinPageTests",
        ["/assessment/bulletins/{id:guid}/word"] = "the same",
    };

    /// <summary>Routes that lead those who may not open them to another page, and which.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeadsOn = new Dictionary<string, string>
    {
        ["/"] = "where their own work begins",
    };

    /// <summary>Tables that a GET may write, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> WrittenByReading = new Dictionary<string, string>();

    /// <summary>Forms that no seeded row shows, by name, and where they are tested instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> UnseenForms = new Dictionary<string, string>(RouteLines.Of(l => l.UnseenForms))
    {
        ["intervals"] = "there only above 2,000 organisations: ProvinceTests",
        ["set-up"] = "there only while no account exists; its secret is asked: SetUp, FirstSetUpJourney",
    };

    /// <summary>Forms, by route or by route and name, that change no row, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormsWithoutEffect = new Dictionary<string, string>(RouteLines.Of(l => l.FormsWithoutEffect))
    {
        ["/shell/theme"] = "sets a cookie",
        ["/shell/language"] = "sets a cookie",
        ["/sign-in"] = "a session is a cookie",
        ["/sign-out"] = "a session is a cookie",
        ["/styleguide"] = "samples",
        ["/styleguide/gate"] = "samples",
        ["/assessment/bulletins draft"] = "the seeded quarter has an open draft, and one at a time is allowed: BulletinPageTests",
    };

    private const string MovesOn = "moves on what is in one state; a second finds it in another";
    private const string OnesOwn = "one's own, nobody else's";
    private const string OneThing = "gives many rows the one thing that was ticked and chosen, and leaves the rest of each as it is";
    private const string LastText = "the later text replaces the earlier, the journal names both writers: a version is still wanted";
    private const string OneDay = "sets a day or a branch of which the whole page is one choice: the later stands, the journal tells both";

    /// <summary>Forms, by route and name, that change a row two people may edit and carry no version of it, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unguarded = new Dictionary<string, string>(RouteLines.Of(l => l.Unguarded))
    {
        ["/approvals decide"] = MovesOn,
        ["/approvals withdraw·"] = MovesOn,
        ["/assessment/adjustments/{Id:guid} confirm"] = MovesOn,
        ["/assessment/adjustments/{Id:guid} withdraw"] = MovesOn,
        ["/assessment/objections/{Id:guid} answer"] = MovesOn,
        ["/assessment/objections/{Id:guid} withdraw"] = MovesOn,
        ["/assessment/quarters to-Correcting"] = MovesOn,
        ["/assessment/quarters to-Previewing"] = MovesOn,
        ["/assessment/reviews/several several"] = MovesOn,
        ["/assessment/reviews/{Unit:guid}/{Code} return"] = MovesOn,
        ["/assessment/reviews/{Unit:guid}/{Code} review"] = MovesOn,
        ["/assessment/schemes/{Id:guid} pass"] = MovesOn,
        ["/assessment/schemes/{Id:guid} return"] = MovesOn,
        ["/assessment/schemes/{Id:guid} submit"] = MovesOn,
        ["/assessment/schemes/{Id:guid} withdraw"] = MovesOn,
        ["/assessment/supply/{Code} sign"] = MovesOn,
        ["/assessment/supply/{Code} withdraw"] = MovesOn,
        ["/calendar restore-·"] = MovesOn,
        ["/connectors revoke-·"] = MovesOn,
        ["/duties/accept accept"] = MovesOn,
        ["/duties/lists/{Id:guid} publish"] = MovesOn,
        ["/duties/lists/{Id:guid} submit"] = MovesOn,
        ["/duties/lists/{Id:guid} withdraw"] = MovesOn,
        ["/duties/lists/{Id:guid}/duty remove"] = MovesOn,
        ["/duties/{Id:guid} ask"] = MovesOn,
        ["/duties/{Id:guid} claim"] = MovesOn,
        ["/duties/{Id:guid} take-back"] = MovesOn,
        ["/forces/{Id:guid} meet-·"] = MovesOn,
        ["/imports/{Draft:guid}/check commit"] = MovesOn,
        ["/undo undo-·"] = MovesOn,
        ["/units/{Id:guid} revert"] = MovesOn,
        ["/units/{Id:guid}/terms register"] = MovesOn,
        ["/imports/{Draft:guid}/columns columns"] = OnesOwn,
        ["/imports/{Draft:guid}/columns reread"] = OnesOwn,
        ["/lists/views/change view-change"] = OnesOwn,
        ["/measures/several assign"] = OneThing,
        ["/tasks/several assign"] = OneThing,
        ["/units/{Id:guid}/terms unschedule"] = MovesOn,
        ["/units/several several"] = OneThing,
        ["/assessment/report/{Unit:guid}/{Code} enter"] = LastText,
        ["/assessment/talks/{Id:guid} comment"] = LastText,
        ["/assessment/talks/{Id:guid} write"] = LastText,
        ["/complaints/{Id:guid} answer"] = LastText,
        ["/people/{Id:guid}/move leave"] = OneDay,
        ["/people/{Id:guid} correct"] = OneDay,
        ["/people/{Id:guid}/move move"] = OneDay,
        ["/temporary/{Id:guid} extend"] = OneDay,
        ["/units/{Id:guid}/terms reschedule"] = OneDay,
    };

    /// <summary>Forms that carry a version and add a row beside what another added meanwhile, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> AddsBeside = new Dictionary<string, string>
    {
        ["/forces/{Id:guid} goal"] = "a goal of its own; the version tells that the term of the force is as it was read",
    };

    // The day on which the grounds' clock stands still.
    private const string Today = "2026-10-12";

    private static string Code(int unit) => new Canary('A', unit).ToString();

    /// <summary>What to fill in where anything at random is refused: by form, then by field (· where an id names it).</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Filled = new Dictionary<string, Dictionary<string, string>>(RouteLines.Of(l => l.Filled))
    {
        ["/account secret"] = new() { ["Input.New"] = "Yipanqi-2027", ["Input.Repeated"] = "Yipanqi-2027" },
        ["/units/new add"] = new() { ["Code"] = "N1" },
        ["/account/secret secret"] = new() { ["Input.New"] = "Yipanqi-2027", ["Input.Repeated"] = "Yipanqi-2027" },
        ["/accounts/new account"] = new() { ["Input.Unit"] = Code(SecurityTenant.First), ["Input.UserName"] = "newcomer", ["Input.FromDay"] = Today },
        ["/accounts/{Id:guid} grant"] = new() { ["Input.Unit"] = Code(SecurityTenant.First), ["Input.FromDay"] = Today },
        ["/approvals age"] = new() { ["Days"] = "60" },
        ["/approvals decide"] = new() { ["ids"] = FormFiller.Ticked },
        ["/units/{Id:guid} link"] = new() { ["Other.Text"] = Code(SecurityTenant.SecondOrgan), ["Other.Id"] = "" },
        ["/units/several several"] = new() { ["IsAssessed"] = "no" },
        ["/units/{Id:guid}/terms register"] = new() { ["ElectedDay"] = Today, ["Seats"] = "5" },
        ["/units/{Id:guid}/terms correctterm"] = new() { ["Number"] = "9", ["Seats"] = "5" },
        ["/units/{Id:guid}/terms reschedule"] = new() { ["DueDay"] = "2029-07-15" },
        ["/units/{Id:guid}/terms leave-·"] = new() { ["Day"] = Today },
        ["/units/{Id:guid}/terms mend-·"] = new() { ["Role"] = "Member", ["ToDay"] = Today },
        ["/units/{Id:guid}/terms take"] = new() { ["Person.Text"] = MemberSeed.Code, ["Person.Id"] = "", ["Role"] = "Member", ["FromDay"] = "" },
        ["/people/new add"] = new(Person) { ["StaffCode"] = "N1", ["Branch.Text"] = Code(SecurityTenant.Branch), ["Branch.Id"] = "", ["BranchFrom"] = "2021-07-01" },
        ["/people/{Id:guid}/edit edit"] = Person,
        ["/people/{Id:guid}/move move"] = new() { ["Branch.Text"] = Code(SecurityTenant.OtherBranch), ["Branch.Id"] = "", ["Day"] = Today },
        ["/people/{Id:guid}/move leave"] = new() { ["Kind"] = "TransferredOut", ["Day"] = Today },
        ["/people/{Id:guid} correct"] = new() { ["Day"] = "2026-09-20", ["Reason"] = "日期录错" },
        ["/peer-groups/{Id:guid} renamegroup"] = new() { ["Name"] = "新的组名", ["Reason"] = "更名" },
        ["/people/{Id:guid} reveal"] = new() { ["Reason"] = "核对身份信息" },
        ["/calendar day"] = new() { ["Day"] = "2026-10-14", ["IsWorking"] = "no" },
        ["/assessment/adjustments enter"] = new() { ["Unit.Text"] = Code(SecurityTenant.First), ["Unit.Id"] = "", ["Kind"] = "Bonus", ["Points"] = "1.5" },
        ["/assessment/objections/{Id:guid} answer"] = new() { ["Accept"] = "yes", ["Figure"] = "8/10" },
        ["/assessment/supply/{Code} figures"] = new() { ["·"] = "8/10" },
        ["/assessment/schemes/{Id:guid}/edit settings"] = new() { ["Score"] = "82、72、62", ["Coordination"] = "0.7、0.6、0.5", ["Gap"] = "15、25", ["Fall"] = "8、15" },
        ["/assessment/schemes/{Id:guid}/edit weights"] = new() { ["w.P1"] = "3" },
        ["/assessment/schemes/{Id:guid}/node node"] = new() { ["Supplier.Text"] = "", ["Supplier.Id"] = "" },
        ["/assessment/schemes/{Id:guid}/node move"] = new() { ["Parent"] = "B" },
        ["/assessment/schemes/{Id:guid}/node shift"] = new() { ["Up"] = "no" },
        ["/assessment/schemes/{Id:guid}/weights objective"] = new() { ["Alpha"] = "0.5" },
        ["/units/{Id:guid}/rename rename"] = new() { ["Name"] = "更名", ["Day"] = Today },
        ["/units/{Id:guid}/merge merge"] = new() { ["Target.Text"] = Code(SecurityTenant.Branch), ["Target.Id"] = "", ["Day"] = Today },
        ["/units/{Id:guid}/close close"] = new() { ["Target.Text"] = "", ["Target.Id"] = "", ["Day"] = Today },
        ["/units/{Id:guid}/split split"] = new() { ["Code"] = "N1", ["below"] = FormFiller.Ticked, ["Day"] = Today },
        ["/units/{Id:guid}/peer-group peer-group"] = new() { ["GroupId"] = FormFiller.Another },
        ["/assessment/quarters open"] = new() { ["CollectUntil"] = "2027-04-10" },
        ["/units/{Id:guid}/move move"] = new() { ["Target.Text"] = Code(SecurityTenant.Second), ["Target.Id"] = "", ["Day"] = Today },
        ["/temporary/new found"] = new() { ["FromDay"] = Today, ["UntilDay"] = "2026-12-31", ["Secretary.Text"] = MemberSeed.Name, ["Secretary.Id"] = "" },
        ["/temporary/{Id:guid} join"] = new() { ["FromDay"] = Today, ["Person.Text"] = MemberSeed.Name, ["Person.Id"] = "" },
        ["/temporary/{Id:guid} extend"] = new() { ["UntilDay"] = "2027-03-31" },
        ["/temporary/{Id:guid} report"] = new() { ["Day"] = Today },
        ["/temporary/{Id:guid} dissolve"] = new() { ["Day"] = Today },
        ["/fusion/new join"] = new() { ["Kind"] = "post", ["Party.Text"] = Code(SecurityTenant.First), ["Party.Id"] = "", ["Owner.Text"] = "", ["Owner.Id"] = "" },
        ["/measures/new add"] = new() { ["Kind"] = "post", ["Code"] = "N1", ["Unit.Text"] = Code(SecurityTenant.First), ["Unit.Id"] = "", ["Owner.Text"] = "", ["Owner.Id"] = "", ["FromDay"] = Today, ["ToDay"] = "" },
        ["/measures/{Id:guid}/edit edit"] = new() { ["Kind"] = "post", ["Unit.Text"] = Code(SecurityTenant.First), ["Unit.Id"] = "", ["Owner.Text"] = "", ["Owner.Id"] = "", ["ToDay"] = "" },
        ["/measures/several assign"] = new() { ["Unit.Text"] = Code(SecurityTenant.OtherBranch), ["Unit.Id"] = "" },
        ["/fusion/{Id:guid}/edit edit"] = new() { ["Kind"] = "post", ["Owner.Text"] = "", ["Owner.Id"] = "" },
        ["/fusion/{Id:guid} rate"] = new() { ["Rating"] = "3" },
        ["/fusion/{Id:guid} end"] = new() { ["Day"] = Today },
        ["/tasks/{Id:guid}/fusion days"] = new() { ["Day1"] = "2026-02-20", ["Day2"] = "2026-03-20", ["Day3"] = "2026-09-20", ["Day4"] = "2026-11-20", ["Day5"] = "2026-12-21" },
        ["/tasks/{Id:guid}/stages stage"] = new() { ["Day"] = Today, ["File"] = "" },
        ["/fusion/{Id:guid} files"] = new() { ["File"] = "%PDF-1.7" },
        ["/forces/new force"] = new()
        {
            ["Kind"] = "Vanguard",
            ["Party.Text"] = Code(SecurityTenant.First),
            ["Party.Id"] = "",
            ["Person.Text"] = MemberSeed.Name,
            ["Person.Id"] = "",
            ["FromDay"] = Today,
            ["UntilDay"] = "2026-12-31",
            ["AwayPlace"] = "",
            ["AwayFrom"] = "",
            ["AwayUntil"] = "",
        },
        ["/forces/{Id:guid} join"] = new() { ["FromDay"] = Today, ["Person.Text"] = MemberSeed.Name, ["Person.Id"] = "" },
        ["/forces/{Id:guid} changeforce"] = new() { ["UntilDay"] = "2026-12-31", ["AwayPlace"] = "", ["AwayFrom"] = "", ["AwayUntil"] = "" },
        ["/forces/{Id:guid} goal"] = new() { ["DueDay"] = "2026-11-30" },
        ["/forces/{Id:guid} meet-·"] = new() { ["MetDay"] = Today },
        ["/forces/{Id:guid} endforce"] = new() { ["Day"] = Today },
        ["/forces/{Id:guid} organisation"] = new() { ["FromDay"] = Today, ["Person.Text"] = MemberSeed.Name, ["Person.Id"] = "" },
        ["/pledges pledge"] = new() { ["DueDay"] = "2026-12-31", ["TaskCode"] = "", ["Person.Text"] = MemberSeed.Name, ["Person.Id"] = "" },
        ["/pledges/{Id:guid} fulfil"] = new() { ["Day"] = Today },
        ["/peer-groups/{Id:guid} rule"] = new() { ["Least"] = "3", ["Most"] = "9" },
        ["/tasks/new add"] = new() { ["Code"] = "N1", ["Lead.Text"] = Code(SecurityTenant.FirstOrgan), ["Lead.Id"] = "" },
        ["/tasks/several assign"] = new() { ["Lead.Text"] = Code(SecurityTenant.SecondOrgan), ["Lead.Id"] = "" },
        ["/tasks/{Id:guid} figure"] = new() { ["Figure.Target"] = "35", ["Figure.Code"] = "" },
        ["/tasks/{Id:guid} post"] = new() { ["Post.Person.Text"] = "", ["Post.Person.Id"] = "" },
        ["/tasks/{Id:guid}/figures/{FigureId:guid} tell"] = new() { ["Value"] = "13" },
        ["/objectives add"] = new() { ["Input.Unit.Text"] = Code(SecurityTenant.FirstOrgan), ["Input.Unit.Id"] = "" },
        ["/objectives/{Id:guid} tie"] = new() { ["ToId"] = "" },
        ["/connectors issue"] = new() { ["Input.Unit.Text"] = Code(SecurityTenant.FirstOrgan), ["Input.Unit.Id"] = "" },
        ["/duties/lists start"] = new() { ["Code"] = "N1" },
        ["/duties/lists generate"] = new() { ["Year"] = "2027" },
        ["/duties/lists/{Id:guid}/duty duty"] = new(DutiesGround.Fields("N-1")),
        ["/my-due/event event"] = new() { ["Day"] = Today },
        ["/duties/event event"] = new() { ["DutyCode"] = DutySeed.Events + "-2", ["Unit.Text"] = Code(SecurityTenant.Branch), ["Unit.Id"] = "", ["Day"] = Today },
        ["/duties/{Id:guid} complete"] = new() { ["File"] = "" },
        ["/duties/{Id:guid} ask"] = new() { ["Kind"] = "Exemption", ["Day"] = "" },
        ["/assessment/schemes import"] = new() { ["File"] = Encoding.UTF8.GetString(SchemeJson.Write(AssessmentGround.SmallScheme(code: "new"))) },
    };

    private static Dictionary<string, string> Person => new()
    {
        ["BirthMonth"] = "1985-01",
        ["JoinedDay"] = "2010-07-01",
        ["FullMemberDay"] = "2011-07-01",
        ["Phone"] = "",
        ["Identity"] = "",
        ["WorkUnit.Text"] = "",
        ["WorkUnit.Id"] = "",
    };

    public static bool HasNoEffect(SeenForm form) => FormsWithoutEffect.ContainsKey(form.Key) || FormsWithoutEffect.ContainsKey(form.Route.Template);
}
