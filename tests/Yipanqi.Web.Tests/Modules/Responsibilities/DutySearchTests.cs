using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class DutySearchTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_duties_and_lists_in_force_and_leads_to_their_place(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var list = await ground.ListAsync("Q", DutiesGround.Fields("G1", "党组", wording: "专题研究机关党建"), DutiesGround.Fields("B1", wording: "召开支部党员大会"));

        (await FindAsync(ground, ground.Secretary, "党员大会")).ShouldBe([$"召开支部党员大会 /duties/lists/{list}#B1"]);
        (await FindAsync(ground, ground.Secretary, "G1")).ShouldBe([$"专题研究机关党建 /duties/lists/{list}#G1"]);
        (await FindAsync(ground, ground.Secretary, "清单Q")).ShouldBe([$"清单Q /duties/lists/{list}"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_no_draft_no_older_version_and_nothing_for_those_who_do_not_see_duties(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var first = await ground.ListAsync("Q", DutiesGround.Fields("B1", wording: "召开支部党员大会"));
        var draft = (await ground.Draft.RunAsync(ground.Officer, first, default)).Value;
        var fields = DutiesGround.Fields("B1", wording: "开好支部党员大会");

        (await ground.Write.RunAsync(ground.Officer, new(draft, 0, "B1", fields), default)).Refusals.ShouldBeEmpty();
        (await FindAsync(ground, ground.Lead, "党员大会")).ShouldBe([$"召开支部党员大会 /duties/lists/{first}#B1"]);

        (await ground.Submit.RunAsync(ground.Officer, new(draft, "换个说法"), default)).Refusals.ShouldBeEmpty();
        (await ground.Review.RunAsync(ground.Lead, new(draft, (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Version, true, ""), default)).Refusals.ShouldBeEmpty();
        (await ground.Publish.RunAsync(ground.Officer, new(draft, new DateOnly(2026, 10, 1)), default)).Refusals.ShouldBeEmpty();
        (await FindAsync(ground, ground.Lead, "党员大会")).ShouldBe([$"开好支部党员大会 /duties/lists/{draft}#B1"]);

        (await FindAsync(ground, ground.Committee.ActorAt(PostRole.SystemAdministrator, ground.Committee.Root), "党员大会")).ShouldBeEmpty();
        (await FindAsync(ground, ground.Lead with { TenantId = Guid.CreateVersion7() }, "党员大会")).ShouldBeEmpty();
    }

    private static async Task<List<string>> FindAsync(DutiesGround ground, Actor actor, string words)
    {
        var search = new SearchQuery(ground.Database.UnitOfWork, [new DutySearch(), new DutyListSearch()]);
        return [.. (await search.FindAsync(actor, SearchWords.Of(words), SearchQuery.Most, default)).SelectMany(g => g.Hits).Select(h => $"{h.Title} {h.Href}")];
    }
}
