using System.Globalization;
using Microsoft.Playwright;
using Yipanqi.Journeys.Support;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Journeys;

/// <summary>The whole quarter by five roles: opened, reported, supplied, reviewed, previewed, objected to, answered, published, corrected.</summary>
public sealed class QuarterJourney : IAsyncLifetime
{
    private static readonly Quarter Q = new(2026, 4);
    private readonly MovingClock clock = new();
    private Site site = default!;
    private Walk walk = default!;

    public async Task InitializeAsync()
    {
        site = await Site.EmptyAsync(clock);
        walk = new Walk(site);
        await FiveRoles.SeedAsync(site.Services, Q);
    }

    [Fact]
    public async Task Is_walked_by_five_roles_from_opening_to_correction()
    {
        await walk.AsAsync("officer", OpenAsync);
        await walk.AsAsync("office", ReportAsync, width: 390);
        await walk.AsAsync("supplier", SupplyAsync);
        await walk.AsAsync("officer", ReviewAndPreviewAsync);
        await walk.AsAsync("party", ObjectAsync, width: 390);
        await walk.AsAsync("officer", AnswerAsync);
        clock.Pass(days: 4);
        await walk.AsAsync("lead", v => PublishAsync(v, "发布结果", "确认发布结果"));
        await walk.AsAsync("party", async v => await walk.SeeAsync(v, $"/assessment/objections?quarter={Q}", "申诉期已于"));
        await walk.AsAsync("officer", CorrectAsync);
        await walk.AsAsync("lead", v => PublishAsync(v, "发布更正", "确认发布更正"));
        await walk.AsAsync("party", async v => await walk.SeeAsync(v, $"/board?quarter={Q}", "本季结果已更正为第 2 版"));

        walk.Faults.ShouldBeEmpty();
    }

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task OpenAsync(Visit visit)
    {
        await walk.LookAsync(visit, $"/assessment/quarters?quarter={Q}");
        await visit.Page.GetByLabel("填报截止日").FillAsync(clock.Today.AddDays(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await visit.Page.GetByLabel("申诉期（天）").FillAsync("3");
        await Walk.PressAsync(visit, "开启本季度填报", "已开启填报");
    }

    private async Task ReportAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/assessment/report");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "填报 M1" }).ClickAsync();
        await visit.ArriveAsync("**/M1?**");
        await visit.Page.GetByLabel("数值").FillAsync("21/20");
        await visit.Page.GetByLabel("依据").FillAsync("会议记录 20 份");
        await Walk.PressAsync(visit, "提交自评", "分子 21 大于分母 20");
        await visit.Page.GetByLabel("数值").FillAsync("18/20");
        await Walk.PressAsync(visit, "提交自评", "已提交自评");
    }

    private async Task SupplyAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/assessment/supply");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "S1" }).ClickAsync();
        await visit.ArriveAsync("**/supply/S1?**");
        await visit.Page.GetByLabel("甲局机关党委 的数值").FillAsync("90%");
        await visit.Page.GetByLabel("乙局机关党委 的数值").FillAsync("95%");
        await Walk.PressAsync(visit, "保存本页", "改动 2 家");
        await Walk.ConfirmAsync(visit, "签字", "确认签字", "已签字");
    }

    private async Task ReviewAndPreviewAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/assessment/reviews");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "核定 甲局机关党委 M1" }).ClickAsync();
        await visit.ArriveAsync("**/M1?**");
        await visit.Page.GetByLabel("核定值").FillAsync("16/20");
        await visit.Page.GetByLabel("理由", new() { Exact = true }).FillAsync("两次会议没有记录。");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "核定", Exact = true }).ClickAsync();
        await visit.Page.GetByText("已核定").First.WaitForAsync();
        await walk.LookAsync(visit, $"/assessment/quarters?quarter={Q}");
        await Walk.ConfirmAsync(visit, "截止填报", "确认截止填报", "填报已截止");
        await Walk.PressAsync(visit, "测算并预览", "预览待发布");
        await Walk.ConfirmAsync(visit, "进入申诉", "确认进入申诉", "期满并答复完才能发布");
    }

    private async Task ObjectAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/assessment/objections");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "提出申诉" }).ClickAsync();
        await visit.ArriveAsync("**/objections/new**");
        await visit.Page.GetByLabel("对什么有异议").SelectOptionAsync("M1");
        await visit.Page.GetByLabel("申诉理由").FillAsync("有三次会议漏计，应为 19 次。");
        await visit.Page.GetByLabel("佐证材料").FillAsync("会议纪要 3 份");
        await Walk.PressAsync(visit, "提交申诉", "已提交申诉");
    }

    private async Task AnswerAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/assessment/objections?open=true");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "第 1 号" }).ClickAsync();
        await visit.Page.Locator("summary").GetByText("答复申诉", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("采纳", new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("更正为").FillAsync("19/20");
        await visit.Page.GetByLabel("答复意见").FillAsync("经核，情况属实。");
        await Walk.PressAsync(visit, "确认答复", "待重新测算");
        await walk.LookAsync(visit, $"/assessment/quarters?quarter={Q}");
        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "测算并预览", Exact = true }).ClickAsync(), r => r.Request.Method == "POST");
        answer.Status.ShouldBe(302);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await walk.LookAsync(visit, "/assessment/objections?open=false");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("82.5 → 86.3（+3.8）");
    }

    private async Task PublishAsync(Visit visit, string label, string confirm)
    {
        await walk.LookAsync(visit, $"/assessment/quarters?quarter={Q}");
        await Walk.ConfirmAsync(visit, label, confirm, "结果已固定");
    }

    private async Task CorrectAsync(Visit visit)
    {
        await walk.LookAsync(visit, $"/assessment/quarters?quarter={Q}");
        await visit.Page.GetByText("启动更正", new() { Exact = true }).First.ClickAsync();
        await visit.Page.GetByLabel("理由").FillAsync("业务数据误填，据原始台账更正。");
        await Walk.PressAsync(visit, "确认启动更正", "正在更正");
        await Walk.PressAsync(visit, "测算并预览", "预览待发布");
    }
}
