using System.Net;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class AccountPagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Administration administration = default!;
    private Browser? system;
    private Browser? security;

    [Fact]
    public async Task Are_closed_to_those_of_the_business()
    {
        await StartAsync(DatabaseKind.Sqlite);
        using var lead = system!.Another();
        await lead.SignInAsync();

        foreach (var path in new[] { "/accounts", "/accounts/new", "/accounts/slip", "/approvals", "/posts", "/posts/why", $"/accounts/{administration.SystemPerson.AccountId}" })
        {
            (await lead.GetAsync(path)).Path.ShouldStartWith("/denied", customMessage: path);
        }

        (await security!.GetAsync("/accounts/new")).Path.ShouldStartWith("/denied");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lead_from_a_new_account_over_the_approval_to_the_first_sign_in(DatabaseKind kind)
    {
        await StartAsync(kind);

        var slip = await (await system!.GetAsync("/accounts/new")).Form("提交审批").Fill("姓名", "孙悦").Fill("账号", "sunyue").Fill("单位（编码或名称）", "P1")
            .Choose("角色", "机关党委").Fill("职务名称", "副书记").Fill("理由", "任职文件 3 号").SendAsync();
        var secret = slip.Texts("//span[@class='y-secret']").Single();
        (await system.GetAsync("/accounts/slip")).Text.ShouldContain("初始口令只显示一次");
        (await system.GetAsync("/accounts?state=Pending")).Rows("账号名单").Single()[1].ShouldBe("sunyue");
        var queue = await security!.GetAsync("/approvals");
        queue.Text.ShouldContain("对甲局机关党委及其全部下级，以及对应的甲局及其下级：看考评、看单位");
        var approved = await Selected(queue).SendAsync();
        using var newcomer = system.Another();
        await newcomer.SignInAsync("sunyue", secret);
        var due = await newcomer.GetAsync("/units");
        var changed = await due.Form("改口令").Fill("现用口令", secret).Fill("新口令", "Brand-new-2026").Fill("再填一遍新口令", "Brand-new-2026").SendAsync();

        approved.Text.ShouldContain("已批准 1 项");
        approved.Text.ShouldContain("没有等待批准的申请");
        due.Heading.ShouldBe("请先改口令");
        changed.Path.ShouldBe("/");
        (await newcomer.GetAsync("/units")).Path.ShouldBe("/units");
    }

    [Fact]
    public async Task Keep_what_was_typed_and_say_what_is_wrong()
    {
        await StartAsync(DatabaseKind.Sqlite);

        var page = await (await system!.GetAsync("/accounts/new")).Form("提交审批").Fill("姓名", "孙悦").Fill("账号", "SYSADMIN").Fill("单位（编码或名称）", "没有的").SendAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Form("提交审批")["姓名"].ShouldBe("孙悦");
        page.Form("提交审批")["单位（编码或名称）"].ShouldBe("没有的");
        foreach (var sentence in new[] { "这个账号已有人用", "没有这个编码或名称的单位", "请选择角色", "请填写职务名称", "请写明理由" })
        {
            page.Text.ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task Refuse_with_a_reason_that_the_proposer_reads()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        var detail = await system!.GetAsync($"/accounts/{someone.AccountId}");
        await detail.Form("提交审批").Fill("单位（编码或名称）", "乙局机关党委").Choose("角色", "督查人员").Fill("职务名称", "组员").Fill("理由", "督查需要").SendAsync();
        var queue = await security!.GetAsync("/approvals");

        var unreasoned = await Selected(queue, "不批准所选").SendAsync();
        var refused = await Selected(unreasoned, "不批准所选").Fill("意见", "没有任职文件").SendAsync();

        unreasoned.Text.ShouldContain("不批准的，请写明理由");
        refused.Text.ShouldContain("1 项未批准");
        (await system.GetAsync($"/accounts/{someone.AccountId}")).Text.ShouldContain("没有任职文件");
    }

    [Fact]
    public async Task Disable_at_once_and_end_the_sessions()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        using var session = system!.Another();
        await session.SignInAsync("chenli");
        var detail = await system.GetAsync($"/accounts/{someone.AccountId}");

        var unreasoned = await detail.Form("确认停用账号").SendAsync();
        var disabled = await unreasoned.Form("确认停用账号").Fill("理由", "调离").SendAsync();

        unreasoned.Text.ShouldContain("请写明理由");
        disabled.Text.ShouldContain("账号已停用");
        (await session.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await system.GetAsync($"/accounts/{administration.SystemPerson.AccountId}")).Text.ShouldNotContain("停用账号");
    }

    [Fact]
    public async Task List_by_state_and_export_what_is_listed_with_few_commands()
    {
        await StartAsync(DatabaseKind.Sqlite);
        await new SetSecretAge(database!.UnitOfWork, clock).RunAsync(administration.Security, 0, default);
        clock.Advance(TimeSpan.FromDays(100));
        for (var i = 0; i < 60; i++)
        {
            await administration.AddAsync($"党员{i:00}", $"member{i:00}", committee.Branch, PostRole.Member);
        }

        await system!.SignInAsync("sysadmin");
        var unused = await system.GetAsync("/accounts?state=Unused");
        var (name, bytes) = await system.DownloadAsync("/accounts/export?format=csv&q=member");
        database!.Commands.Clear();
        await system.GetAsync("/accounts");
        var commands = database.Commands.Commands.Count;

        unused.Rows("账号名单").Select(r => r[1]).ShouldBe(["auditor", "lead", "secadmin"]);
        TableReader.Read(bytes, name).Value.Rows.Count.ShouldBe(61);
        (await system.GetAsync("/accounts?q=member&page=2")).Rows("账号名单").Count.ShouldBe(10);
        commands.ShouldBeLessThanOrEqualTo(8);
    }

    public void Dispose()
    {
        system?.Dispose();
        security?.Dispose();
        database?.Dispose();
    }

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
        system = Browser.Start(database, clock);
        security = system.Another();
        await system.SignInAsync("sysadmin");
        await security.SignInAsync("secadmin");
    }

    private static BrowserForm Selected(BrowserPage page, string button = "批准所选")
    {
        var first = page.Document.SelectSingleNode("//input[@name='ids']")!.GetAttributeValue("value", "");
        return page.Form(button).Tick("ids", first);
    }
}
