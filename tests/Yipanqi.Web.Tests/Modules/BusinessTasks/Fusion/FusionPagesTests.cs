using System.Net;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.BusinessTasks.Fusion;

public sealed class FusionPagesTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Browser? browser;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Join_a_task_record_both_sides_and_see_the_chessboard_change(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var check = await browser!.GetAsync("/fusion/check");
        check.Rows("没有结合点的任务").Count.ShouldBe(2);

        var form = (await browser.GetAsync($"/fusion/new?task={ground.TaskId}")).Form("登记结合点");
        var faulty = await form.FillField("Name", "电梯突击队").SendAsync();
        faulty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        faulty.Form("登记结合点")["名称"].ShouldBe("电梯突击队", "what was typed stays");
        var task = await faulty.Form("登记结合点").FillField("Party.Text", "P1").FillField("Kind", "vanguard").FillField("Change", "会签降到 10 天").FillField("Whom", "住户").FillField("Measure", "天数").SendAsync();
        task.Path.ShouldBe($"/tasks/{ground.TaskId}/fusion");
        var point = (await ground.AllAsync<FusionPoint>()).Single().Id;
        await (await browser.GetAsync($"/tasks/{ground.TaskId}/stages?stage=1")).Form("登记").FillField("Day", "2026-02-11").FillField("Text", "局长办公会研究").SendAsync();
        var back = await (await browser.GetAsync($"/tasks/{ground.TaskId}/stages?stage=1&point={point}")).Form("登记").FillField("Day", "2026-02-20").FillField("Text", "支委会研究").SendAsync();

        back.Text.ShouldContain("差 9 天");
        var board = await browser.GetAsync("/chessboard");
        board.Text.ShouldContain("谋划：双轨到位，党建2月20日，业务2月11日，相差9天。");
        (await browser.GetAsync("/fusion/check")).Rows("没有结合点的任务").Count.ShouldBe(1);
        (await browser.GetAsync("/fusion")).Rows("结合点名单").Single()[0].ShouldBe("电梯突击队");
        (await browser.GetAsync($"/tasks/{ground.TaskId}")).Text.ShouldContain("党建业务结合");
    }

    [Fact]
    public async Task Refuse_a_stage_out_of_order_and_keep_what_was_typed()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        var form = (await browser!.GetAsync($"/tasks/{ground.TaskId}/stages?stage=3")).Form("登记");

        var refused = await form.FillField("Day", "2026-06-01").FillField("Text", "开工").SendAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("前面的阶段还没有记录。请先登记前面的，或写明为什么跳过。");
        refused.Form("登记")["做了什么"].ShouldBe("开工");
    }

    [Fact]
    public async Task Show_whole_sentences_and_roles_to_those_who_listen()
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);
        FusionGround.Done(await ground.StageAsync(ground.Lead, null, TaskStage.Plan, "2026-02-01"));

        var board = await browser!.GetAsync("/chessboard");

        board.Texts("//table[@role='table']//td[@role='cell']//span[@class='y-vh']").ShouldContain("谋划：业务2月1日已到位，党建逾期223天。");
        board.Document.SelectNodes("//table[contains(@class,'y-board')]//svg")!.ShouldAllBe(s => s.GetAttributeValue("aria-hidden", "") == "true");
        board.Document.SelectNodes("//tr[@role='row']/th[@role='rowheader']")!.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/chessboard/wall", "党建业务一盘棋")]
    [InlineData("/fusion/how", "一盘棋怎么算")]
    [InlineData("/fusion/check?view=measures", "每项党建举措都结合着推进中的任务")]
    [InlineData("/fusion/check?view=points", "没有任务结束了还挂着的结合点")]
    [InlineData("/fusion", "两边各满 3 项任务才比")]
    [InlineData("/forces", "还没有突击队、攻关组")]
    [InlineData("/forces?q=没有", "没有符合条件的队伍")]
    [InlineData("/forces?view=away", "没有该成立或解散临时党组织的队伍")]
    [InlineData("/pledges", "还没有承诺")]
    [InlineData("/pledges?q=没有", "没有符合条件的承诺")]
    [InlineData("/chessboard?show=Joined", "没有这种情况的任务")]
    [InlineData("/chessboard?year=2024", "范围内没有重点任务")]
    public async Task Say_what_there_is_where_there_is_little(string path, string words)
    {
        await StartAsync(DatabaseKind.Sqlite);

        var page = await browser!.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Hand_out_the_board_and_the_lists_as_files()
    {
        await StartAsync(DatabaseKind.Sqlite);

        (await browser!.DownloadAsync("/chessboard/export?format=xlsx")).Name.ShouldBe("一盘棋 2026-10-12.xlsx");
        System.Text.Encoding.UTF8.GetString((await browser.DownloadAsync("/chessboard/export?format=csv")).Bytes).ShouldContain("ZD1,加装电梯 120 台,重要,甲局,0,,,230,两轨均缺");
        foreach (var path in new[] { "/fusion/export", "/fusion/check/export", "/fusion/check/export?view=measures", "/fusion/check/export?view=points", "/forces/export", "/pledges/export" })
        {
            (await browser.DownloadAsync(path)).Bytes.Length.ShouldBeGreaterThan(100);
        }
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
