using System.Net;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks;

public sealed class TaskPagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_the_published_plans_and_give_the_unclaimed_to_units(DatabaseKind kind)
    {
        await StartAsync(kind);
        var plans = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "key_tasks.csv"));
        var columns = await (await browser!.GetAsync("/imports/tasks")).Form("上传，对应列").Attach("文件", "key_tasks.csv", plans).SendAsync();
        var check = await columns.Form("核对 103 行").SendAsync();
        check.Text.ShouldContain("新增 103，更新 0，不变 0");
        await check.Form("导入 103 行").SendAsync();

        var unclaimed = await browser.GetAsync("/tasks/unclaimed?q=KT099");
        var chosen = await browser.GetAsync("/tasks/several?id=" + IdIn(unclaimed));
        var given = await chosen.Form("交办 1 项任务").FillField("Lead.Text", "A1").SendAsync();

        unclaimed.Rows("待认领").Single()[1].ShouldStartWith("城镇登记失业率控制在4.5%以内");
        given.Heading.ShouldStartWith("城镇登记失业率控制在4.5%以内");
        given.Text.ShouldContain("甲局");
        given.Text.ShouldContain("时限是推定的");
        given.Rows("指标").Single()[1].ShouldBe("4.5 %");
        (await browser.GetAsync("/tasks/unclaimed")).Text.ShouldContain("第 1–50 条，共 102 条");
        (await browser.GetAsync("/tasks?unit=甲局")).Rows("任务名单").Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Enter_a_task_follow_it_and_bring_it_to_its_end(DatabaseKind kind)
    {
        await StartAsync(kind);
        var task = await (await browser!.GetAsync("/tasks/new")).Form("保存").Fill("任务", "改造老旧小区 35 个").Fill("计划年度", "2026").FillField("Lead.Text", "A1").SendAsync();
        task.Heading.ShouldStartWith("改造老旧小区 35 个");

        task = await task.Form("加上节点").Fill("节点", "开工").FillField("Step.DueDay", "2026-06-30").SendAsync();
        task.Text.ShouldContain("逾期 104 天");
        var steps = await (await task.ClickAsync("办理节点")).Form("确认完成").Fill("完成日期", "2026-07-05").SendAsync();
        steps.Rows("节点").Single()[1].ShouldBe("已完成");

        var figure = await (await browser.GetAsync(task.Path)).Form("加上指标").Fill("指标", "完成改造").Fill("目标值", "35").Fill("计量单位", "个").SendAsync();
        figure = await figure.Form("保存").Fill("实际值", "36").SendAsync();
        figure = await figure.Form("保存").Fill("截至日期", "2026-06-30").Fill("实际值", "20").SendAsync();
        figure = await figure.Form("保存").Fill("截至日期", "2026-06-30").Fill("实际值", "18").SendAsync();
        figure.Rows("实际值").Select(r => (r[0], r[1], r[2], r[4])).ShouldBe([
            ("2026-10-12", "36 个", "人工填报：周明", "现在的值"), ("2026-06-30", "18 个", "人工填报：周明", ""), ("2026-06-30", "20 个", "人工填报：周明", "已被更正"),
        ]);

        task = await (await browser.GetAsync(task.Path)).Form("登记岗位").Fill("岗位", "现场负责人").SendAsync();
        task.Rows("关键岗位").Single()[1].ShouldBe("空缺");
        task.Rows("指标").Single()[4].ShouldBe("已达成");

        task = await task.Form("确认办结").SendAsync();

        task.Text.ShouldContain("已办结");
        task.Text.ShouldContain("撤销");
        task.Document.SelectNodes("//form")!.ShouldAllBe(f => !f.InnerText.Contains("加上节点"));
        (await browser.GetAsync("/tasks?state=done")).Rows("任务名单").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keep_what_was_typed_where_something_is_wrong()
    {
        await StartAsync(DatabaseKind.Sqlite);

        var refused = await (await browser!.GetAsync("/tasks/new")).Form("保存").Fill("任务", "写到一半的任务").Fill("计划年度", "去年").FillField("Lead.Text", "没有的局").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("计划年度要填 2000 到 2100 的年份，如 2026。");
        refused.Text.ShouldContain("您管理的范围里没有编码或名称为“没有的局”的行政单位。");
        refused.Form("保存")["任务"].ShouldBe("写到一半的任务");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Export_what_can_be_imported_again_and_changes_nothing(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.TaskAsync("A1", code: "T1");
        await ground.TaskAsync(null, "没有时限的", "", "T2");

        var (name, bytes) = await browser!.DownloadAsync("/tasks/export?format=xlsx");
        var columns = await (await browser.GetAsync("/imports/tasks")).Form("上传，对应列").Attach("文件", "重点任务.xlsx", bytes).SendAsync();
        var check = await columns.Form("核对 2 行").SendAsync();

        name.ShouldBe("重点任务.xlsx");
        TableReader.Read(bytes, name).Value.Rows[0].Cells.Take(6).ShouldBe(["编号", "计划年度", "任务", "内容", "牵头单位", "配合单位"]);
        check.Text.ShouldContain("新增 0，更新 0，不变 2");
    }

    [Fact]
    public async Task Tie_objectives_and_show_which_are_tied_to_nothing()
    {
        await StartAsync(DatabaseKind.Sqlite);
        await (await browser!.GetAsync("/objectives")).Form("登记").FillField("Input.Unit.Text", "A1").Fill("目标", "改造小区 35 个").SendAsync();
        var party = await (await browser.GetAsync("/objectives")).Form("登记").FillField("Input.Unit.Text", "P1").Fill("目标", "支部建在项目上").SendAsync();
        (await browser.GetAsync("/objectives?track=party&tied=no")).Rows("目标名单").Count.ShouldBe(1);

        var tied = await party.Form("保存对应").Choose("对应哪个业务目标", "甲局：改造小区 35 个").SendAsync();

        tied.Text.ShouldContain("改造小区 35 个");
        (await browser.GetAsync("/objectives?track=party&tied=no")).Text.ShouldContain("没有符合条件的年度目标");
        (await browser.GetAsync("/objectives")).Text.ShouldContain("目标对应率 100.0%");
    }

    public void Dispose()
    {
        browser?.Dispose();
        database?.Dispose();
    }

    private static string IdIn(BrowserPage page) => page.Document.SelectSingleNode("//td[contains(@class,'y-box')]//input[@name='id']")!.GetAttributeValue("value", "");

    private async Task<TaskGround> StartAsync(DatabaseKind kind)
    {
        var ground = await TaskGround.StartAsync(database = new TestDatabase(kind), clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
        return ground;
    }
}
