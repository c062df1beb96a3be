using System.Net;
using System.Text;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitChangePagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rename_shows_what_it_does_keeps_what_was_typed_and_offers_to_take_it_back(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var page = await browser!.GetAsync($"/units/{ground.Committee.Branch.Id}/rename");
        page.Text.ShouldContain("从生效日期起用新名称，编码不变");

        var refused = await page.Form("更名").Fill("名称", "综合支部").Fill("依据", "").SendAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("更名")["名称"].ShouldBe("综合支部");
        var done = await refused.Form("更名").Fill("依据", "示组〔2026〕3 号").Fill("生效日期", "2026-10-01").SendAsync();

        done.Heading.ShouldBe("综合支部");
        done.Text.ShouldContain("由“甲局第一党支部”更名为“综合支部”");
        var back = await done.Form("撤销：已更名").SendAsync();
        back.Heading.ShouldBe("甲局第一党支部");
        back.Text.ShouldContain("已撤回：办理后当即撤销");
    }

    [Fact]
    public async Task List_tree_and_export_show_a_day_of_the_past_and_say_so()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var move = await browser!.GetAsync($"/units/{ground.Committee.Branch.Id}/move");
        var chosen = await move.ClickAsync("乙局机关党委");
        (await chosen.Form("移动").Fill("依据", "示组〔2026〕4 号").Fill("生效日期", "2026-10-01").SendAsync()).Status.ShouldBe(HttpStatusCode.OK);

        var now = await browser.GetAsync("/units?q=P1B1");
        var then = await browser.GetAsync("/units?q=P1B1&day=2026-09-30");
        var tree = await browser.GetAsync("/units?view=tree&day=2026-09-30");
        var (_, bytes) = await browser.DownloadAsync("/units/export?format=csv&q=P1B1&day=2026-09-30");

        now.Rows("单位名单").Single().ShouldContain("乙局机关党委");
        now.Text.ShouldNotContain("您看到的是");
        then.Rows("单位名单").Single().ShouldContain("甲局机关党委");
        then.Text.ShouldContain("您看到的是 2026-09-30 的单位，不是现在的。");
        tree.Text.ShouldContain("您看到的是 2026-09-30 的单位");
        Encoding.UTF8.GetString(bytes).ShouldContain("P1,");
    }

    [Theory]
    [InlineData("merge", "并入")]
    [InlineData("close", "撤销这个单位")]
    [InlineData("split", "分出")]
    public async Task Other_changes_show_a_preview_and_refuse_in_a_sentence(string route, string button)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        await ground.People.MemberAsync("G1");
        var page = await browser!.GetAsync($"/units/{ground.Committee.Branch.Id}/{route}");

        var refused = await page.Form(button).SendAsync();

        page.Text.ShouldContain("办理后会怎样");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("依据没有填");
    }

    [Fact]
    public async Task A_closed_unit_says_so_and_stands_in_no_list_but_its_own()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var id = ground.Committee.OtherBranch.Id;
        await (await browser!.GetAsync($"/units/{id}/close")).Form("撤销这个单位").Fill("依据", "示组〔2026〕5 号").Fill("生效日期", "2026-10-01").SendAsync();

        (await browser.GetAsync($"/units/{id}")).Text.ShouldContain("这个单位从 2026-10-01 起已撤销。");
        (await browser.GetAsync("/units?q=P1B2")).Text.ShouldContain("没有符合条件的单位");
        (await browser.GetAsync("/units?q=P1B2&state=closed")).Rows("单位名单").Count.ShouldBe(1);
        (await browser.GetAsync($"/units/{id}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/units/{id}/rename")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Temporary_organisation_from_founding_to_its_end()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        await ground.People.MemberAsync("G1");
        var form = (await browser!.GetAsync($"/temporary/new?parent={ground.Committee.First.Id}")).Form("成立");

        var made = await form.Fill("名称", "外出审计组临时党支部").Fill("为什么任务成立", "外出审计").Fill("成立日期", "2026-10-01").Fill("期限到", "2026-12-31")
            .FillField("Secretary.Text", "赵示例").Fill("批准依据", "示组〔2026〕9 号").SendAsync();

        made.Heading.ShouldStartWith("外出审计组临时党支部");
        made.Text.ShouldContain("不选举党代表大会代表和进行换届");
        made.Rows("成员").Single().ShouldContain("书记");
        (await browser.GetAsync("/temporary")).Rows("临时党组织名单").Count.ShouldBe(1);
        var ended = await made.Form("解散").Fill("解散日期", "2026-10-10").Fill("依据", "示组〔2026〕10 号").Fill("任务完成情况", "审计完成").SendAsync();
        ended.Text.ShouldContain("审计完成");
    }

    [Fact]
    public async Task Peer_groups_show_rule_and_units_and_a_unit_changes_group_with_a_reason()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        await new Yipanqi.Web.Modules.Organisations.AssessUnits(ground.Work, clock).RunAsync(ground.Lead, new([ground.Committee.Branch.Id], true, "一般支部"), default);

        var group = await (await browser!.GetAsync("/peer-groups")).ClickAsync("一般支部");
        group.Text.ShouldContain("不足 5 个，不排名");
        var ruled = await group.Form("保存规则").Fill("类别含", "党支部").Fill("党员最少（人）", "3").Fill("依据", "考评办法").SendAsync();
        ruled.Text.ShouldContain("类别含“党支部”；党员 3 人以上");
        ruled.Rows("组内单位").Single().ShouldContain("人数偏少");

        var changed = await (await browser.GetAsync($"/units/{ground.Committee.Branch.Id}/peer-group")).Form("换组").Choose("换到哪一组", "不属于任何组").Fill("为什么换组", "不可比").SendAsync();
        changed.Text.ShouldContain("换同类组");
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task<UnitChangeGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await UnitChangeGround.StartAsync(database, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        return ground;
    }
}
