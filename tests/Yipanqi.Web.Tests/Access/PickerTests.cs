using System.Net;
using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class PickerTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Means_the_unit_by_id_code_or_one_name_and_says_why_not(DatabaseKind kind)
    {
        var committee = await FoundAsync(kind);
        await SaveAsync(committee, db => db.Add(Unit.New(committee.TenantId, "A9", "乙局", Track.Administrative, committee.Organs)));
        (Picked Picked, string Means)[] cases =
        [
            (new() { Id = committee.First.Id.ToString() }, "P1"),
            (new() { Id = committee.First.Id.ToString(), Text = "甲局机关党委" }, "P1"),
            (new() { Id = committee.First.Id.ToString(), Text = "A1" }, "A1"),
            (new() { Text = " A1D1 " }, "A1D1"),
            (new() { Text = "甲局" }, "A1"),
            (new() { Text = "乙局" }, "pick.ambiguous"),
            (new() { Text = "丙局" }, "pick.absent"),
            (new() { Id = "x", Text = " " }, "pick.missing"),
            (new() { Id = Guid.CreateVersion7().ToString() }, "pick.absent"),
            (new() { Text = new string('长', 3000) }, "pick.absent"),
        ];

        foreach (var (picked, means) in cases)
        {
            var found = await UnitAsync(committee.Lead, Permission.ImportUnits, picked);
            (found.IsDone ? found.Value.Code : found.Refusals.Single().Code).ShouldBe(means);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Knows_nothing_outside_the_permission_or_tenant(DatabaseKind kind)
    {
        var committee = await FoundAsync(kind);
        var officer = committee.ActorAt(PostRole.WorkCommitteeOfficer, committee.First, committee.FirstOrgan);
        var choices = new UnitChoices(database!.UnitOfWork);
        var stranger = committee.Lead with { TenantId = Guid.CreateVersion7() };

        (await UnitAsync(officer, Permission.ImportUnits, Picked.Of("P2"))).Refusals.Single().Code.ShouldBe("pick.absent");
        (await UnitAsync(officer, Permission.ImportUnits, Picked.Of(committee.Second.Id.ToString()))).Refusals.Single().Code.ShouldBe("pick.absent");
        (await UnitAsync(committee.FirstOfficer, Permission.ImportUnits, Picked.Of("P1"))).Refusals.Single().Code.ShouldBe("pick.absent");
        (await choices.FindAsync(officer, new(null, null), SearchWords.Of("乙局"), 9, default)).ShouldBeEmpty();
        (await choices.FindAsync(committee.FirstOfficer, new(Permission.ImportUnits, null), SearchWords.Of("甲局"), 9, default)).ShouldBeEmpty();
        (await choices.LevelAsync(officer, new(null, null), committee.Second.Id, default)).ShouldBeNull();
        (await choices.LevelAsync(stranger, new(null, null), null, default))!.Units.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Means_the_person_by_id_or_one_name(DatabaseKind kind)
    {
        var committee = await FoundAsync(kind);
        var (one, other) = (Person.New(committee.TenantId, "李静", null), Person.New(committee.TenantId, "李静", null));
        var day = new DateOnly(2026, 1, 1);
        var numbered = PersonDetail.New(other, new PersonFacts("S007", default, null, PartyStatus.FullMember, null, null, committee.Second.Id, false));
        await SaveAsync(committee, db => db.AddRange(one, other, numbered, Post.New(one, committee.Branch, PostRole.Member, "党员", day), Post.New(other, committee.Second, PostRole.Member, "党员", day)));
        var scope = new PeopleScope([new PostPlaces(), new MemberPlaces()], clock);
        async Task<string> MeansAsync(Actor actor, Picked picked)
        {
            var found = await database!.UnitOfWork.ReadAsync(
                committee.TenantId, db => scope.FindPickedAsync(db, actor, Permission.ViewPeople, picked, "Person", default), default);
            return found.IsDone ? found.Value.Id.ToString() : found.Refusals.Single().Code;
        }

        // Sees people in one subtree and assessments everywhere: a permission named in an address opens nothing more.
        var narrow = committee.Lead with { Grants = [new(committee.First.Path, Permission.ViewPeople), new(committee.Root.Path, Permission.ViewAssessment)] };
        var offered = await new PersonChoices(database!.UnitOfWork, scope, clock).FindAsync(narrow, Permission.ViewAssessment, SearchWords.Of("lj"), 9, default);

        offered.Select(h => h.Id).ShouldBe([one.Id]);
        (await MeansAsync(committee.Lead, Picked.Of("李静"))).ShouldBe("pick.ambiguous");
        (await MeansAsync(committee.Lead, new() { Text = "李静", Id = other.Id.ToString() })).ShouldBe(other.Id.ToString());
        (await MeansAsync(committee.FirstOfficer, Picked.Of("李静"))).ShouldBe(one.Id.ToString());
        (await MeansAsync(committee.FirstOfficer, Picked.Of(other.Id.ToString()))).ShouldBe("pick.absent");
        (await MeansAsync(committee.Lead, Picked.Of("李净"))).ShouldBe("pick.absent");
        (await MeansAsync(committee.Lead, Picked.Of("s007"))).ShouldBe(other.Id.ToString());
        (await MeansAsync(committee.Lead, new() { Text = "S007", Id = one.Id.ToString() })).ShouldBe(other.Id.ToString());
        (await MeansAsync(committee.Lead, Picked.Of("S00"))).ShouldBe("pick.absent");
        (await MeansAsync(committee.FirstOfficer, Picked.Of("S007"))).ShouldBe("pick.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Opens_the_tree_level_by_level_in_as_many_commands_for_many_as_for_few(DatabaseKind kind)
    {
        var committee = await FoundAsync(kind);
        var choices = new UnitChoices(database!.UnitOfWork);
        await SaveAsync(committee, db => db.AddRange(Enumerable.Range(0, 60).Select(i => Unit.New(committee.TenantId, $"B{i:00}", $"支部{i}", Track.Party, committee.Second))));

        var top = await choices.LevelAsync(committee.Lead, new(null, null), null, default);
        database.Commands.Clear();
        var few = await choices.LevelAsync(committee.Lead, new(null, Track.Party), committee.First.Id, default);
        var commands = database.Commands.Commands.Count;
        var many = await choices.LevelAsync(committee.Lead, new(null, Track.Party), committee.Second.Id, default);

        top!.Units.Select(u => (u.Code, u.Below)).ShouldBe([("GW", 2), ("JG", 2)], ignoreOrder: true);
        few!.At.Select(u => u.Code).ShouldBe(["GW", "P1"]);
        few.Units.Select(u => u.Code).ShouldBe(["P1B1", "P1B2"]);
        many!.Units.Count.ShouldBe(60);
        database.Commands.Commands.Count.ShouldBe(2 * commands);
    }

    [Fact]
    public async Task Chooses_on_a_page_of_its_own_without_script()
    {
        var committee = await FoundAsync(DatabaseKind.Sqlite);
        await SignInAsync();
        var page = await browser!.GetAsync($"/units/{committee.Second.Id}");

        var top = await page.ClickAsync("按层级选：加上行政单位");
        var below = await top.ClickAsync("打开下级：示范市直机关");
        var chosen = await below.ClickAsync("选它：甲局");
        var linked = await chosen.Form("加上").SendAsync();

        chosen.Path.ShouldStartWith($"/units/{committee.Second.Id}?");
        linked.Texts("//main//ul[@class='y-list']//a").ShouldContain("甲局");
    }

    [Fact]
    public async Task Keeps_what_was_typed_with_the_sentence()
    {
        var committee = await FoundAsync(DatabaseKind.Sqlite);
        await SignInAsync();
        var page = await browser!.GetAsync($"/units/{committee.Second.Id}");

        var refused = await page.Form("加上").Fill("加上行政单位", "丙局").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("您管理的范围里没有编码或名称为“丙局”的行政单位。");
        refused.Form("加上")["加上行政单位"].ShouldBe("丙局");
    }

    [Fact]
    public async Task Suggests_to_those_with_the_permission_and_goes_back_to_this_site_alone()
    {
        await FoundAsync(DatabaseKind.Sqlite);
        await SignInAsync();

        using var units = JsonDocument.Parse(await (await browser!.SendAsync(new(HttpMethod.Get, "/choose/unit/suggest?q=jjyc&track=administrative&may=ImportUnits"))).Content.ReadAsStringAsync());
        using var people = JsonDocument.Parse(await (await browser.SendAsync(new(HttpMethod.Get, "/choose/person/suggest?q=zm"))).Content.ReadAsStringAsync());
        var elsewhere = await browser.GetAsync("/choose/unit?field=Other&to=//example.org/");
        var stranger = await browser.Another().SendAsync(new(HttpMethod.Get, "/choose/unit/suggest?q=a"));

        units.RootElement.EnumerateArray().Select(u => u.GetProperty("code").GetString()).ShouldBe(["A1D1"]);
        people.RootElement.EnumerateArray().Select(u => u.GetProperty("text").GetString()).ShouldBe(["周明"]);
        elsewhere.Document.SelectNodes("//a[@data-pick-id]").ShouldBeNull();
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private Task<Outcome<Unit>> UnitAsync(Actor actor, Permission permission, Picked picked) =>
        database!.UnitOfWork.ReadAsync(actor.TenantId, db => db.FindPickedAsync(actor, permission, picked, "Unit", default), default);

    private async Task<Committee> FoundAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await Committee.FoundAsync(database, clock);
    }

    private async Task SignInAsync()
    {
        browser = Browser.Start(database!, clock);
        await browser.SignInAsync();
    }

    private async Task SaveAsync(Committee committee, Action<YipanqiDb> change) => await database!.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default);
}
