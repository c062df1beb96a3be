using System.Net;
using System.Text;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PeoplePagesTests : IDisposable
{
    private const string List = "工号,姓名,党员身份,所在支部,进入支部日期,工作单位,手机,入党日期,转正日期\n"
        + "G1,赵一,正式党员,P1B1,2020-01-01,A1D1,13800138000,2010-07-01,2011-07-01\nG2,钱二,正式党员,P1B1,2020-01-01,A1D1,,2010-07-01,2011-07-01\nG3,孙三,群众,,,A1D1,,,\n";

    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_a_list_filter_it_and_take_it_out_and_in_again_unchanged(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var done = await ImportAsync(Encoding.UTF8.GetBytes(List), "名单.csv", "导入 3 行");

        var list = await done.ClickAsync("查看人员");
        list.Rows("人员名单").Select(r => r[1]).ShouldBe(["G1", "G2", "G3"]);
        list.Rows("人员名单")[0][8].ShouldBe("138****8000");
        list.Text.ShouldNotContain("13800138000");
        var chosen = (await ground.AllAsync<PersonDetail>()).Where(d => d.StaffCode != "G2").Select(d => $"id={d.PersonId}");
        var (_, picked) = await browser!.DownloadAsync($"/people/export?format=csv&{string.Join('&', chosen)}");
        Encoding.UTF8.GetString(picked).Trim().Split('\n').Skip(1).Select(l => l.Split(',')[0]).ShouldBe(["G1", "G3"]);
        (await list.Form("筛选").Choose("党员身份", "群众").SendAsync()).Rows("人员名单").Single()[2].ShouldBe("孙三");
        (await list.Form("筛选").Fill("姓名或工号", "没有的").SendAsync()).Text.ShouldContain("没有符合条件的人");
        (await (await browser!.GetAsync("/search?q=孙三")).ClickAsync("孙三")).Heading.ShouldBe("孙三");

        foreach (var format in new[] { "导出 Excel", "CSV" })
        {
            var (name, bytes) = await browser!.DownloadAsync(list.LinkOf(format));
            Encoding.UTF8.GetString(bytes).ShouldNotContain("13800138000");
            (await CheckAsync(bytes, name)).Text.ShouldContain("文件里的 3 行和平台上的数据一致，不必导入。");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_change_transfer_and_reveal_a_person(DatabaseKind kind)
    {
        await StartAsync(kind);
        var form = (await browser!.GetAsync("/people/new?branch=P1B1")).Form("保存").Fill("姓名", "赵一").Fill("工号", "G1").Fill("电话", "13800138000");
        var wrong = await form.Fill("进入支部日期", "昨天").SendAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Form("保存")["姓名"].ShouldBe("赵一");
        var page = await wrong.Form("保存").Fill("进入支部日期", "2020-01-01").Fill("入党日期", "2010-07-01").Fill("转正日期", "2011-07-01").SendAsync();
        page.Heading.ShouldBe("赵一");

        var edited = await (await page.ClickAsync("修改")).Form("保存").Fill("姓名", "赵改名").SendAsync();
        edited.Heading.ShouldBe("赵改名");
        edited.Text.ShouldContain("138****8000");
        var moved = await (await edited.ClickAsync("办理组织关系")).Form("办理").Fill("新支部", "P1B2").Fill("从哪一天起", "2024-05-01").SendAsync();
        moved.Rows("组织关系").Select(r => r[0]).ShouldBe(["甲局第二党支部", "甲局第一党支部"]);
        moved.Rows("组织关系")[1][2].ShouldBe("2024-04-30");

        (await moved.Form("确认查看完整号码").SendAsync()).Text.ShouldContain("请写明查看的事由");
        var shown = await moved.Form("确认查看完整号码").Fill("事由", "联系本人").SendAsync();
        shown.Text.ShouldContain("13800138000");
        var after = await browser.GetAsync(moved.Path);
        after.Text.ShouldNotContain("13800138000");
        after.Text.ShouldContain("查看完整号码");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ask_before_a_member_leaves_and_take_that_back_with_a_reason(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ImportAsync(Encoding.UTF8.GetBytes(List), "名单.csv", "导入 3 行");
        var id = (await ground.AllAsync<Membership>())[0].PersonId;
        var move = await browser!.GetAsync($"/people/{id}/move");
        move.Text.ShouldContain("办错了可以在此人的页面撤销，职务要重新登记。");

        (await move.Form("确认办理转出或终止").FillField("Kind", "TransferredOut").Fill("从哪一天起", "2026-12-31").SendAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var left = await move.Form("确认办理转出或终止").FillField("Kind", "TransferredOut").Fill("从哪一天起", "2026-10-01").SendAsync();
        left.Rows("组织关系")[0][2].ShouldBe("2026-09-30");
        var corrected = await left.Form("确认更正最近一次的日期").Fill("不再是本支部党员的第一天", "2026-09-01").Fill("事由", "日期录错").SendAsync();
        corrected.Rows("组织关系")[0][2].ShouldBe("2026-08-31");

        (await corrected.Form("确认撤销最近一次办理").SendAsync()).Text.ShouldContain("请写明事由。");
        var back = await corrected.Form("确认撤销最近一次办理").Fill("事由", "没有转出").SendAsync();
        back.Rows("组织关系")[0][2].ShouldBe("至今");
        back.Text.ShouldContain("撤销组织关系变动");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_a_term_its_members_and_show_the_check(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ImportAsync(Encoding.UTF8.GetBytes(List), "名单.csv", "导入 3 行");
        var unit = await browser!.GetAsync($"/units/{ground.Committee.Branch.Id}");
        unit.Text.ShouldContain("2 人，其中正式党员 2 人");
        var terms = await unit.ClickAsync("委员会和届次");
        terms.Text.ShouldContain("正式党员 2 人，不足 3 人");

        var registered = await terms.Form("登记").Fill("第几届", "2").Fill("选举日期", "2024-01-01").SendAsync();
        var taken = await registered.Form("加上成员").Fill("姓名", "赵一").Choose("职务", "书记").SendAsync();
        taken.Rows("委员会成员").Single().Take(3).ShouldBe(["书记", "赵一", "选举"]);
        var left = await taken.Form("确认免职").Fill("免职日期", "2026-09-01").SendAsync();
        left.Text.ShouldContain("书记自 2026-09-01 起空缺");
        var far = await left.Form("登记批准").Fill("批准换届的日期", "2030-01-01").Fill("批准的党组织", "甲局机关党委").Fill("批复文号", "1 号").SendAsync();
        far.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var corrected = await left.Form("确认更正登记").Fill("选举日期", "2024-01-08").Fill("事由", "日期录错").SendAsync();
        corrected.Text.ShouldContain("2027-01-08");
        (await corrected.Form("确认登记换届").Fill("第几届", "3").Fill("选举日期", "2026-10-10").SendAsync()).Text.ShouldContain("第 2 届 · 2024-01-08 – 2026-10-09");
        var next = await browser.GetAsync($"/units/{ground.Committee.Branch.Id}/terms");
        (await next.Form("确认撤销本届登记").Fill("事由", "没有换届").SendAsync()).Text.ShouldContain("没有以前的届次");

        (await browser.GetAsync("/terms")).Rows("届次").Single()[0].ShouldBe("甲局第一党支部");
        var check = await browser.GetAsync("/terms/check?finding=toosmall");
        check.Rows("逐个检查").Select(r => r[1]).ShouldBe(["甲局第一党支部", "甲局第二党支部"]);
        check.Text.ShouldContain("《中国共产党支部工作条例（试行）》第四条");
        (await browser.DownloadAsync(check.LinkOf("CSV"))).Name.ShouldBe("组织设置检查.csv");
        (await browser.DownloadAsync((await browser.GetAsync("/terms")).LinkOf("CSV"))).Name.ShouldBe("届次.csv");
    }

    [Fact]
    public async Task Are_not_there_for_what_does_not_exist_or_belongs_to_another_tenant()
    {
        await StartAsync(DatabaseKind.Sqlite);
        var other = await Committee.FoundAsync(database!, clock, "other");

        foreach (var path in new[] { $"/people/{Guid.NewGuid()}", $"/people/{Guid.NewGuid()}/edit", $"/people/{Guid.NewGuid()}/move", $"/units/{other.Branch.Id}/terms", $"/units/{other.Branch.Id}/members" })
        {
            (await browser!.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task<PeopleGround> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await PeopleGround.StartAsync(database, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        return ground;
    }

    private async Task<BrowserPage> ImportAsync(byte[] bytes, string name, string button) => await (await CheckAsync(bytes, name)).Form(button).SendAsync();

    private async Task<BrowserPage> CheckAsync(byte[] bytes, string name)
    {
        var columns = await (await browser!.GetAsync("/imports/people")).Form("上传，对应列").Attach("文件", name, bytes).SendAsync();
        return await columns.Form("核对 3 行").SendAsync();
    }
}
