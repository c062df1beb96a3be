using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class DutyPagesTests
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task Coverage_transmission_and_what_waits_are_handed_out_as_files()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("C-1", "机关党委"), DutiesGround.Fields("B-1", parent: "C-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var reported = await ground.OfAsync(ground.Committee.Branch, "2026M09");
        (await ground.Complete.RunAsync(ground.Secretary, new(reported.Id, 0, "开了会", "", null), default)).Refusals.ShouldBeEmpty();
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var coverage = await TextAsync("/duties/coverage/export?format=csv&quarter=2026Q3");
        var transmission = await TextAsync("/duties/transmission/export?format=csv&quarter=2026Q3&unit.Text=P1");
        var waiting = await TextAsync("/duties/accept/export?format=csv");

        coverage.ShouldContain("C-1,办结事项C-1,党支部,B-1,有未领受,2,1,1,0");
        transmission.ShouldContain("党支部,2,0,0.0%");
        waiting.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 1);
        waiting.ShouldContain("办结事项B-1");
        (await browser.GetAsync("/duties/coverage?quarter=2026Q3")).Document.SelectSingleNode("//a[contains(@href, '/duties/coverage/export')]")!.GetAttributeValue("href", "").ShouldContain("quarter=2026Q3");

        async Task<string> TextAsync(string path) => Encoding.UTF8.GetString((await browser.DownloadAsync(path)).Bytes);
    }

    [Fact]
    public async Task Lists_and_what_changed_between_versions_are_handed_out_as_files()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var first = await ground.ListAsync("X", DutiesGround.Fields("B-1"), DutiesGround.Fields("B-2"));
        var second = (await ground.Draft.RunAsync(ground.Officer, first, default)).Value;
        (await ground.Remove.RunAsync(ground.Officer, second, "B-2", default)).Refusals.ShouldBeEmpty();
        (await ground.Write.RunAsync(ground.Officer, new(second, await ground.VersionAsync(second), "B-1", DutiesGround.Fields("B-1", wording: "改后的事")), default)).Refusals.ShouldBeEmpty();
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var lists = await TextAsync("/duties/lists/export?format=csv");
        var changes = await TextAsync($"/duties/lists/{second}/changes/export?format=csv&with={first}");

        lists.ShouldContain("X,清单X,2,");
        lists.ShouldContain("X,清单X,1,");
        changes.ShouldContain("办结事项B-1,改后的事");
        changes.ShouldContain("B-2,删去,办结事项B-2");
        (await browser.GetAsync($"/duties/lists/{second}/changes?with={first}")).Document.SelectSingleNode("//a[contains(@href, '/changes/export')]")!.GetAttributeValue("href", "").ShouldContain(first.ToString());
        (await browser.GetAsync($"/duties/lists/{second}/changes/export?format=csv&with={Guid.CreateVersion7()}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        async Task<string> TextAsync(string path) => Encoding.UTF8.GetString((await browser.DownloadAsync(path)).Bytes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task From_a_list_to_what_is_due_done_and_accepted(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await AccountAsync(ground, "party", ground.PartyGroup);
        using var lead = Browser.Start(database, clock);
        await lead.SignInAsync();

        var draft = await (await lead.GetAsync("/duties/lists")).Form("引入为草稿").Fill("清单", "DZ").SendAsync();
        var published = await draft.Form("确认发布").Fill("从哪一天起施行", "2026-01-01").SendAsync();
        var generated = await (await lead.GetAsync("/duties/lists")).Form("派发").SendAsync();
        using var party = lead.Another();
        await party.SignInAsync("party");
        var mine = await party.GetAsync("/my-due");
        var one = await party.GetAsync(mine.Document.SelectSingleNode("//ul[@class='y-due']//a")!.GetAttributeValue("href", "").Split('#')[0]);
        var empty = await one.Form("提交").SendAsync();
        var submitted = await empty.Form("提交").Fill("一句话写明办成了什么", "开会定了三件事，都有人办。").SendAsync();
        var accepted = await (await lead.GetAsync(one.Path)).Form("认定").SendAsync();

        draft.Heading.ShouldContain("党组落实机关党建领导责任清单");
        published.Text.ShouldContain("2026-01-01 起施行");
        generated.Text.ShouldContain("已派发");
        (empty.Status, empty.Text.Contains("请用一句话写明办成了什么")).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        submitted.Heading.ShouldBe("我的待办");
        accepted.Text.ShouldContain("已认定");
        accepted.Text.ShouldContain("开会定了三件事，都有人办。");
    }

    [Fact]
    public async Task Writes_compares_and_keeps_what_was_typed()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var list = await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var draft = await (await browser.GetAsync($"/duties/lists/{list}")).Form("另起一版").SendAsync();
        var refused = await (await draft.ClickAsync("办结事项B-1")).Form("保存").Fill("期限", "尽快").SendAsync();
        var saved = await refused.Form("保存").Fill("期限", "期末前2个工作日").SendAsync();
        var changes = await saved.ClickAsync("与上一版比较");
        var unsaid = await saved.Form("送审").SendAsync();

        (refused.Status, refused.Form("保存")["期限"]).ShouldBe((HttpStatusCode.UnprocessableEntity, "尽快"));
        changes.Rows("改动").Single().ShouldBe(["B-1", "期限", "期末", "期末前2个工作日"]);
        unsaid.Text.ShouldContain("请写明这一版改了什么");
    }

    [Fact]
    public async Task Accepts_several_at_once()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        var ids = (await ground.AllAsync()).Where(o => o.UnitId == ground.Committee.Branch.Id).Select(o => o.Id).ToList();
        foreach (var id in ids)
        {
            await ground.Complete.RunAsync(ground.Secretary, new(id, 0, "办结", "", null), default);
        }

        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var listed = await browser.GetAsync("/duties?show=submitted");
        var chosen = await browser.GetAsync("/duties/accept?" + string.Join('&', ids.Take(3).Select(i => $"id={i}")));
        var done = await chosen.Form("认定 3 件").SendAsync();

        listed.Rows("履责台账").Count.ShouldBe(4);
        chosen.Rows("选中的事项").Count.ShouldBe(3);
        done.Text.ShouldContain("已认定 3 件");
        done.Rows("履责台账").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shows_coverage_transmission_and_calendar_and_hands_out_tables()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var list = await ground.ListAsync("X", DutiesGround.Fields("G-1", "党组", "每季度"), DutiesGround.Fields("B-1", parent: "G-1"));
        await ground.Generate.RunAsync(ground.Officer, 2026, default);
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var coverage = await browser.GetAsync("/duties/coverage?quarter=2026Q3");
        coverage.Rows("逐级承接").Single()[3].ShouldSatisfyAllConditions(c => c.ShouldContain("有未领受"), c => c.ShouldContain("到期 2 件"), c => c.ShouldContain("领受 0，办结 0，认定 0"));
        coverage.Texts("//ul[@aria-label='图例']/li").ShouldContain("有未领受 到期的还有没人领受");
        var chain = await browser.GetAsync("/duties/transmission?quarter=2026Q3");
        chain.Rows("各级按期率").Select(r => r[1]).ShouldBe(["2", "0", "2", "0"]);
        (await chain.ClickAsync("2 件")).Rows("履责台账").Count.ShouldBe(2);
        var below = await (await browser.GetAsync("/duties/transmission?quarter=2026Q3&unit.Text=P1")).ClickAsync("1 件");
        below.Rows("履责台账").Single()[4].ShouldBe("甲局");
        below.Document.SelectSingleNode("//input[@name='unit.Text']")!.GetAttributeValue("value", "").ShouldBe("甲局机关党委");
        (await browser.GetAsync("/duties/transmission?unit.Text=nowhere")).Text.ShouldContain("没有编码或名称为“nowhere”的党组织");
        (await browser.GetAsync("/my-due/calendar?month=2026-10")).Text.ShouldContain("2026年10月");
        (await browser.DownloadAsync("/duties/export?show=all&format=csv")).Bytes.Length.ShouldBeGreaterThan(500);
        System.Text.Encoding.UTF8.GetString((await browser.DownloadAsync($"/duties/lists/{list}/export?format=csv")).Bytes).ShouldContain("办结事项B-1");
    }

    private static Task AccountAsync(DutiesGround ground, string name, Actor actor) => ground.SaveAsync(db =>
    {
        var account = Account.New(ground.Committee.TenantId, name, "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        db.Add(account);
        db.Set<Person>().Single(p => p.Id == actor.PersonId).TakeAccount(account.Id);
        return Task.CompletedTask;
    });
}
