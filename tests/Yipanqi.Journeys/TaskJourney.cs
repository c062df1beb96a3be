using System.Text;
using Microsoft.Playwright;
using Yipanqi.Engine.Fusion;
using Yipanqi.Journeys.Support;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Journeys;

/// <summary>Key tasks from a file to the chessboard: one that nobody leads is given to a department, joined to a Party measure, recorded on both sides; its cells follow.</summary>
public sealed class TaskJourney : IAsyncLifetime
{
    private const string Title = "改造老旧小区 35 个";
    private const string List = "编号,任务,牵头单位,完成时限,重要程度\nZD001,加装电梯 120 台,甲局一处,2026-12-31,重要\nZD002,改造老旧小区 35 个,某某公司,,\n";

    // By now 谋划, 部署 and 落实 of a task of the whole year are due, 检查 is not.
    private readonly MovingClock clock = MovingClock.From(new DateOnly(2026, 10, 12));
    private Site site = default!;
    private Walk walk = default!;

    public async Task InitializeAsync()
    {
        site = await Site.EmptyAsync(clock);
        walk = new Walk(site);
        await OneOrgan.SeedAsync(site.Services);
    }

    [Fact]
    public async Task Is_walked_from_the_file_to_the_cells_of_the_chessboard()
    {
        await walk.AsAsync("officer", ImportAsync);
        await walk.AsAsync("officer", GiveAwayAsync);
        await walk.AsAsync("head", async v => await CellsShouldBeAsync(v, "两轨均缺", "两轨均缺", "两轨均缺", "未到期"));
        await walk.AsAsync("branch", JoinAsync);
        await walk.AsAsync("head", v => RecordAsync(v, "业务", (TaskStage.Plan, "2026-02-10"), (TaskStage.Deploy, "2026-03-25"), (TaskStage.Implement, "2026-10-08")));
        await walk.AsAsync("branch", v => RecordAsync(v, "党建", (TaskStage.Plan, "2026-02-20")));
        await walk.AsAsync("head", async v => await CellsShouldBeAsync(v, "差 10 天", "党建逾期", "缺党建", "未到期"));
        await walk.AsAsync("branch", v => RecordAsync(v, "党建", (TaskStage.Deploy, "2026-03-25")));
        await walk.AsAsync("head", async v => await CellsShouldBeAsync(v, "差 10 天", "同一天", "缺党建", "未到期"), width: 390);

        walk.Faults.ShouldBeEmpty();
    }

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task ImportAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/tasks");
        await visit.FollowAsync("导入任务", "**/imports/tasks");
        await visit.ImportAsync(new FilePayload { Name = "tasks.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) }, 2);
    }

    private async Task GiveAwayAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/tasks");
        await visit.FollowAsync("待认领", "**/tasks/unclaimed");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await visit.Page.GetByLabel("选中 " + Title).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "交给一个单位牵头" }).ClickAsync();
        await visit.ArriveAsync("**/tasks/several?**");
        await visit.Page.Locator("[name='Lead.Text']").PressSequentiallyAsync("甲局一");
        await visit.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Walk.PressAsync(visit, "交办 1 项任务", "已交办 1 项任务");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("甲局一处");
    }

    private async Task JoinAsync(Visit visit)
    {
        await OpenAsync(visit);
        await visit.FollowAsync("登记结合点", "**/fusion/new?**");
        await visit.Page.Locator("[name=Kind]").SelectOptionAsync("vanguard");
        await visit.Page.Locator("[name=Name]").FillAsync("小区改造党员突击队");
        await visit.Page.GetByLabel("要改变什么").FillAsync("管线会签超期，平均 24 天");
        await visit.Page.GetByLabel("为了谁").FillAsync("35 个小区的住户");
        await visit.Page.GetByLabel("怎样衡量").FillAsync("会签时间降到 10 天以内");
        await Walk.PressAsync(visit, "登记结合点", "已登记结合点");
        await walk.LookHereAsync(visit);
    }

    private async Task RecordAsync(Visit visit, string side, params (TaskStage Stage, string Day)[] records)
    {
        await OpenAsync(visit);
        foreach (var (stage, day) in records)
        {
            var row = visit.Page.Locator($"#stage-{(int)stage} tbody tr").Filter(new() { HasText = side });
            await row.GetByRole(AriaRole.Link, new() { Name = "登记" }).ClickAsync();
            await visit.ArriveAsync("**/stages?**");
            await visit.Page.GetByLabel("哪一天").FillAsync(day);
            await visit.Page.GetByLabel("做了什么").FillAsync(FusionWords.Of(stage) + "：研究定了目标、分工和时限");
            await Walk.PressAsync(visit, "登记", "已登记");
        }

        await walk.LookHereAsync(visit);
    }

    private async Task OpenAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/chessboard");
        await visit.FollowAsync(Title, "**/tasks/*/fusion");
    }

    private async Task CellsShouldBeAsync(Visit visit, params string[] expected)
    {
        await walk.LookAsync(visit, "/chessboard");
        var row = visit.Page.Locator(".y-board tbody tr").Filter(new() { HasText = Title });
        foreach (var (stage, says) in StageTimes.All.Zip(expected))
        {
            (await row.Locator($"td[data-stage={FusionWords.Of(stage)}] .say").InnerTextAsync()).ShouldContain(says);
        }
    }
}
