using System.Globalization;
using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>
/// From an empty platform, by the pages alone: a newcomer imports the organs of a province, their Party organisations, a list of duties and the key tasks of 2025,
/// gives out and joins them, and sees duties, chessboard, transmission and the items of the index come to life.
/// </summary>
[Trait("Category", "Full")]
public sealed class JoinedYearJourney : IAsyncLifetime
{
    private const string Organ = "JS038";
    private const int Joined = 10;

    private readonly MovingClock clock = MovingClock.From(new DateOnly(2025, 10, 13));
    private Site site = default!;
    private Visit visit = default!;
    private NewcomerAccounts accounts = default!;

    private IPage Page => visit.Page;

    public async Task InitializeAsync()
    {
        site = await Site.EmptyAsync(clock);
        visit = await site.OpenAsync();
        accounts = new NewcomerAccounts(site, await visit.SetUpAsync(site.DataFolder));
    }

    [Fact]
    public async Task Comes_to_life_from_the_lists_a_newcomer_has()
    {
        await ImportUnitsAsync();
        await accounts.GiveAsync(("wangfang", "王芳", "GW", "工委工作人员"), ("liqiang", "李强", NewcomerLists.PartyOf(Organ), "机关党委"), ("sunyue", "孙悦", NewcomerLists.BranchOf(Organ), "支部书记"));
        await PublishDutiesAsync();
        await ImportTasksAsync();
        await JoinAsync();
        await OpenQuarterAsync();
        await CompleteAsync();
        await RecordStagesAsync();
        await SeeItLiveAsync();

        visit.Faults.ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        await visit.DisposeAsync();
        await site.DisposeAsync();
    }

    private async Task ImportUnitsAsync()
    {
        await visit.GoAsync("/");
        await visit.FollowAsync("导入单位", "**/imports/units");
        await Page.GetByLabel("组织线").SelectOptionAsync(new SelectOptionValue { Label = "行政" });
        await Page.GetByLabel("参加考评").SelectOptionAsync(new SelectOptionValue { Label = "否" });
        await visit.ImportAsync(Visit.FileOf(NewcomerLists.Organs), NewcomerLists.CountOf(NewcomerLists.Organs));
        await visit.GoAsync("/imports/units");
        await Page.GetByLabel("组织线").SelectOptionAsync(new SelectOptionValue { Label = "党组织" });
        var party = NewcomerLists.PartyOrganisations();
        await visit.ImportAsync(party.File, party.Rows);
    }

    private async Task PublishDutiesAsync()
    {
        await visit.GoAsync("/");
        await visit.FollowAsync("确定责任清单", "**/duties/lists");
        foreach (var above in new[] { "DZ", "ZZ" })
        {
            await Page.Locator("[name=Shipped]").SelectOptionAsync(above);
            await Page.GetByRole(AriaRole.Button, new() { Name = "引入为草稿" }).ClickAsync();
            await visit.ArriveAsync("**/duties/lists/*");
            await Walk.ConfirmAsync(visit, "发布", "确认发布", "2025-10-13 起施行");
            await visit.GoAsync("/duties/lists");
        }

        await Page.Locator("[name=Code]").FillAsync("ZB");
        await Page.Locator("[name=Name]").FillAsync("支部责任清单");
        await Page.GetByLabel("依据文件").FillAsync("各地公开的责任清单");
        await Page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await visit.ArriveAsync("**/duties/lists/*");
        var list = new Uri(Page.Url).AbsolutePath;
        await visit.FollowAsync("导入", "**/imports/duties");
        await Page.GetByText("文件没写全的怎么办").ClickAsync();
        await Page.GetByLabel("层级在四级以外的行").SelectOptionAsync(new SelectOptionValue { Label = "不导入" });
        await visit.ImportAsync(Visit.FileOf(NewcomerLists.Duties), NewcomerLists.CountOf(NewcomerLists.Duties));
        await visit.GoAsync(list);
        await visit.FollowAsync("修改 DI102", "**/duty?code=DI102");
        await Page.GetByLabel("佐证类型").FillAsync("问题清单");
        await Walk.PressAsync(visit, "保存", "已保存");
        await Walk.PressAsync(visit, "送审", "已送审");
        await using (var reviewer = await accounts.OpenAsync("wangfang"))
        {
            await reviewer.GoAsync(list);
            await Walk.PressAsync(reviewer, "审核通过", "审核：王芳");
        }

        await visit.GoAsync(list);
        await Walk.ConfirmAsync(visit, "发布", "确认发布", "2025-10-13 起施行");
        await visit.GoAsync("/duties/lists");
        await Walk.PressForNoticeAsync(visit, "派发", "已派发");
    }

    private async Task ImportTasksAsync()
    {
        await visit.GoAsync("/");
        await visit.FollowAsync("导入重点任务", "**/imports/tasks");
        await visit.ImportAsync(Visit.FileOf(NewcomerLists.Tasks), NewcomerLists.CountOf(NewcomerLists.Tasks));
        await visit.GoAsync("/tasks");
        await visit.FollowAsync("待认领", "**/tasks/unclaimed");
        await Page.Locator("#f-year").SelectOptionAsync("2025");
        await Page.Locator(".y-filter button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/tasks/unclaimed?**year=2025**");
        foreach (var box in (await Page.Locator("tbody input[name=id]").AllAsync()).Take(Joined))
        {
            await box.CheckAsync();
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "交给一个单位牵头" }).ClickAsync();
        await visit.ArriveAsync("**/tasks/several?**");
        await Page.Locator("[name='Lead.Text']").FillAsync(Organ);
        await Walk.PressAsync(visit, $"交办 {Joined} 项任务", $"已交办 {Joined} 项任务");
    }

    private async Task JoinAsync()
    {
        await using var office = await accounts.OpenAsync("liqiang");
        foreach (var task in await office.LinksAsync("/chessboard", ".y-board tbody th a"))
        {
            await office.GoAsync(task);
            await office.FollowAsync("登记结合点", "**/fusion/new?**");
            await office.Page.Locator("[name=Kind]").SelectOptionAsync("post");
            await office.Page.Locator("[name=Name]").FillAsync("党员先锋岗");
            await office.Page.GetByLabel("要改变什么").FillAsync("跨处室会办慢");
            await office.Page.GetByLabel("为了谁").FillAsync("办事的群众");
            await office.Page.GetByLabel("怎样衡量").FillAsync("会办时间缩短一半");
            await Walk.PressAsync(office, "登记结合点", "已登记结合点");
        }

        await office.GoAsync("/chessboard");
        (await office.Page.Locator(".y-board tbody tr").CountAsync()).ShouldBe(Joined);
        (await office.Page.Locator(".y-board tbody").GetByText("没有结合点").CountAsync()).ShouldBe(0);
        office.Faults.ShouldBeEmpty();
    }

    private async Task OpenQuarterAsync()
    {
        await visit.GoAsync("/");
        (await Page.Locator(".y-next li:has(.y-chip) a").AllInnerTextsAsync()).ShouldBe(["导入单位", "确定责任清单", "导入重点任务"]);
        await visit.FollowAsync("确定考评方案", "**/assessment/schemes");
        await Page.GetByRole(AriaRole.Button, new() { Name = "装入默认方案" }).ClickAsync();
        await visit.ArriveAsync("**/assessment/schemes/*");
        await Walk.ConfirmAsync(visit, "发布方案", "确认发布方案", "方案已发布");
        await visit.GoAsync("/");
        await visit.FollowAsync("开启季度考评", "**/assessment/quarters");
        await visit.GoAsync("/assessment/quarters?quarter=2025Q4");
        await Page.GetByLabel("填报截止日").FillAsync("2026-01-20");
        await Page.GetByLabel("申诉期（天）").FillAsync("0");
        await Walk.PressAsync(visit, "开启本季度填报", "已开启填报");
    }

    private async Task CompleteAsync()
    {
        await using (var secretary = await accounts.OpenAsync("sunyue"))
        {
            await secretary.GoAsync("/my-due");
            await secretary.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^办结") }).First.ClickAsync();
            await secretary.ArriveAsync("**/duties/*");
            await secretary.Page.GetByLabel("一句话写明办成了什么").FillAsync("10月13日召开，研究会办流程，分工到人。");
            await Walk.PressAsync(secretary, "提交", "已提交，等上级认定");
        }

        await using var office = await accounts.OpenAsync("liqiang");
        await office.GoAsync("/my-due");
        await office.FollowAsync("有 1 件等您认定或答复", "**/duties/accept");
        await office.Page.Locator("main tbody th a").First.ClickAsync();
        await office.ArriveAsync("**/duties/*");
        await Walk.PressAsync(office, "认定", "已认定");
    }

    // The lead tells the business side, the Party committee its own: planning of three tasks.
    private async Task RecordStagesAsync()
    {
        await using var office = await accounts.OpenAsync("liqiang");
        foreach (var task in (await visit.LinksAsync("/chessboard", ".y-board tbody th a")).Take(3))
        {
            foreach (var (who, side, day) in new[] { (visit, "业务", "2025-02-10"), (office, "党建", "2025-02-20") })
            {
                await who.GoAsync(task);
                await who.Page.Locator("#stage-1 tbody tr").Filter(new() { HasText = side }).GetByRole(AriaRole.Link, new() { Name = "登记" }).ClickAsync();
                await who.ArriveAsync("**/stages?**");
                await who.Page.GetByLabel("哪一天").FillAsync(day);
                await who.Page.GetByLabel("做了什么").FillAsync("研究定了目标和分工");
                await Walk.PressAsync(who, "登记", "已登记");
            }
        }
    }

    private async Task SeeItLiveAsync()
    {
        clock.Pass(days: 20);
        await visit.SignInAsync(Visit.FirstAccount, Visit.FirstSecret);
        await visit.GoAsync("/chessboard");
        (await Page.Locator(".y-board td[data-stage=谋划] .say").AllInnerTextsAsync()).Count(t => t == "差 10 天").ShouldBe(3);
        await visit.GoAsync("/duties/transmission?quarter=2025Q4");
        (await Page.Locator("tbody tr").Filter(new() { HasText = "党支部" }).InnerTextAsync()).ShouldNotContain("–\t–\t–");
        var values = await GatheredAsync();
        new[] { "A1.2", "A2.1", "A2.2", "C3.1", "E1.2" }.ShouldAllBe(item => values.ContainsKey(item), string.Join('\n', values.Values));
    }

    // Records are read some seconds after they changed.
    private async Task<IReadOnlyDictionary<string, string>> GatheredAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            await visit.GoAsync("/assessment/quarters?quarter=2025Q4");
            await Page.GetByRole(AriaRole.Button, new() { Name = "测算并预览", Exact = true }).ClickAsync();
            await visit.ToldAsync("预览待发布");
            await visit.GoAsync("/organs?quarter=2025Q4&preview=true&tier=all&q=" + NewcomerLists.PartyOf(Organ));
            await visit.GoAsync(await Page.Locator("main tbody th a[href^='/organs/']").First.GetAttributeAsync("href") + "&tab=items");
            var rows = await Page.Locator("main tbody tr").AllInnerTextsAsync();
            var found = rows.Select(r => r.Split('\t', '\n')).Where(c => c.Length > 2).GroupBy(c => c[0].Split(' ')[0]).ToDictionary(g => g.Key, g => string.Join(' ', g.First()));
            if (found.TryGetValue("A1.2", out var value) && !value.Contains("未上报", StringComparison.Ordinal))
            {
                return found.Where(f => !f.Value.Contains("未上报", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value);
            }

            attempt.ShouldBeLessThan(12, string.Create(CultureInfo.InvariantCulture, $"nothing was gathered: {string.Join('\n', rows)}"));
            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }
}
