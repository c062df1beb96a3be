using System.Net;
using System.Text;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Measures;

public sealed class MeasurePagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Enter_a_measure_join_it_to_a_task_and_see_the_reverse_check_change(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        var faulty = await (await browser!.GetAsync("/measures/new")).Form("保存").FillField("Name", "电梯突击队").SendAsync();
        faulty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        faulty.Form("保存")["名称"].ShouldBe("电梯突击队", "what was typed stays");
        var page = await faulty.Form("保存").FillField("Kind", "vanguard").FillField("Description", "党员包楼门").FillField("Unit.Text", "P1").SendAsync();
        var measure = (await ground.AllAsync<PartyMeasure>()).Single().Id;
        page.Path.ShouldBe($"/measures/{measure}");
        (await browser.GetAsync("/fusion/check?view=measures")).Rows("没有任务的党建举措").Single()[4].ShouldBe("甲局机关党委");
        (await browser.GetAsync($"/measures/{measure}/join")).Rows("推进中的任务").Count.ShouldBe(2);

        var form = (await browser.GetAsync($"/fusion/new?task={ground.TaskId}&measure={measure}")).Form("登记结合点");
        (form["名称"], form["党组织"]).ShouldBe(("电梯突击队", "甲局机关党委"));
        var task = await form.FillField("Change", "会签降到 10 天").FillField("Whom", "住户").FillField("Measure", "天数").SendAsync();

        task.Path.ShouldBe($"/tasks/{ground.TaskId}/fusion");
        (await ground.AllAsync<FusionPoint>()).Single().FromMeasureId.ShouldBe(measure);
        (await browser.GetAsync("/fusion/check?view=measures")).Text.ShouldContain("每项党建举措都结合着推进中的任务");
        (await browser.GetAsync("/measures?tied=yes")).Rows("举措名单").Count.ShouldBe(1);
        (await browser.GetAsync($"/measures/{measure}")).Rows("结合的任务").Single()[1].ShouldBe("加装电梯 120 台");
        (await browser.GetAsync($"/fusion/{(await ground.AllAsync<FusionPoint>()).Single().Id}")).Text.ShouldContain("由哪项党建举措而来");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fill_the_form_from_a_recommendation_and_save_nothing_by_it(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.MeasureAsync("JC1", ground.Committee.First, "加装电梯先锋岗", "在加装电梯的楼门亮身份");

        var page = await browser!.GetAsync($"/fusion/new?task={ground.TaskId}");
        var links = page.Document.SelectNodes("//a[contains(., '以此填写')]")!.Select(a => WebUtility.HtmlDecode(a.GetAttributeValue("href", ""))).ToList();
        var filled = (await browser.GetAsync(links[0])).Form("登记结合点");
        var example = (await browser.GetAsync(links.First(l => l.Contains("case=", StringComparison.Ordinal)))).Form("登记结合点");

        page.Text.ShouldContain("按文字相近程度推荐，仅供参考");
        page.Text.ShouldContain("相近处：加装电梯");
        page.Texts("//ol//li[1]//mark").ShouldContain("加装电梯");
        links.Count.ShouldBe(5);
        (filled["名称"], filled["类别"]).ShouldBe(("加装电梯先锋岗", "vanguard"));
        example["名称"].ShouldNotBeEmpty();
        (await ground.AllAsync<FusionPoint>()).ShouldBeEmpty();
        (await browser.GetAsync("/fusion/how")).Text.ShouldContain("不看单位、地方和人");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Withdraw_take_back_and_take_up_again(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.MeasureAsync("JC1", ground.Committee.First);

        var refused = await (await browser!.GetAsync($"/measures/{id}")).Form("确认撤回举措").SendAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var gone = await (await browser.GetAsync($"/measures/{id}")).Form("确认撤回举措").FillField("Reason", "登记重复").SendAsync();
        gone.Text.ShouldContain("登记重复");
        (await browser.GetAsync("/measures")).Text.ShouldNotContain("加装电梯党员突击队");
        (await browser.GetAsync($"/measures/{id}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        await gone.Form("确认恢复举措").FillField("Reason", "还要开展").SendAsync();

        (await browser.GetAsync("/measures")).Rows("举措名单").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Give_those_of_nobody_to_an_organisation_from_the_list()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        Guid[] ids = [await ground.MeasureAsync("JC1", null, "甲"), await ground.MeasureAsync("JC2", null, "乙")];
        (await browser!.GetAsync("/measures?state=unassigned")).Rows("举措名单").Count.ShouldBe(2);

        var page = await browser.GetAsync($"/measures/several?id={ids[0]}&id={ids[1]}");
        var done = await page.Form("归 2 项举措").FillField("Unit.Text", "P1").SendAsync();

        done.Path.ShouldBe("/measures");
        (await ground.AllAsync<PartyMeasure>()).ShouldAllBe(m => m.UnitId == ground.Committee.First.Id);
    }

    [Theory]
    [InlineData("/measures", "还没有党建举措")]
    [InlineData("/measures?q=没有", "没有符合条件的举措")]
    [InlineData("/measures/several", "没有可以归的举措")]
    public async Task Say_what_there_is_where_there_is_nothing(string path, string words)
    {
        await StartAsync(DatabaseKind.Sqlite);

        var page = await browser!.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Hand_out_the_list_as_a_file()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        await ground.MeasureAsync("JC1", ground.Committee.First);

        Encoding.UTF8.GetString((await browser!.DownloadAsync("/measures/export?format=csv")).Bytes).ShouldContain("JC1,加装电梯党员突击队,突击队,党员包楼门，一周一会签,P1,2026-01-01,,,在用,0");
        (await browser.DownloadAsync("/measures/export?format=xlsx")).Bytes.Length.ShouldBeGreaterThan(1000);
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private async Task<FusionGround> StartAsync(DatabaseKind kind)
    {
        var ground = await FusionGround.StartAsync(database = new TestDatabase(kind), clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        return ground;
    }
}
