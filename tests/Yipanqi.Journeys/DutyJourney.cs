using System.Text;
using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>A duty from the list to the figure: written, reviewed by another, published, given out; done with evidence, returned, done again, accepted; seen at its level.</summary>
public sealed class DutyJourney : IAsyncLifetime
{
    private const string Duty = "召开支部委员会会议";

    // A Monday of the last quarter whose working days are published.
    private readonly MovingClock clock = MovingClock.From(new DateOnly(2026, 10, 12));
    private Site site = default!;
    private Walk walk = default!;
    private string list = "";

    public async Task InitializeAsync()
    {
        site = await Site.EmptyAsync(clock);
        walk = new Walk(site);
        await OneOrgan.SeedAsync(site.Services);
    }

    [Fact]
    public async Task Is_walked_from_the_list_to_the_chain_of_levels()
    {
        await walk.AsAsync("officer", WriteAsync);
        await walk.AsAsync("lead", ReviewAsync);
        await walk.AsAsync("officer", PublishAndGiveOutAsync);
        await walk.AsAsync("branch", v => CompleteAsync(v, "10月15日召开支委会，研究会签超期。", "支委会记录.pdf"), width: 390);
        await walk.AsAsync("office", ReturnAsync);
        await walk.AsAsync("branch", CompleteAgainAsync, width: 390);
        await walk.AsAsync("office", AcceptAsync);
        clock.Pass(days: 21);
        await walk.AsAsync("lead", SeeTheLevelsAsync);

        walk.Faults.ShouldBeEmpty();
    }

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task WriteAsync(Visit visit)
    {
        foreach (var above in new[] { "DZ", "ZZ" })
        {
            await TakeShippedAsync(visit, above);
            await Walk.ConfirmAsync(visit, "发布", "确认发布", "2026-10-12 起施行");
        }

        await TakeShippedAsync(visit, "SJ");
        list = new Uri(visit.Page.Url).AbsolutePath;
        await visit.FollowAsync(Duty, "**/duty?code=SJ-03");
        await visit.Page.GetByLabel("每次用时").FillAsync("30");
        await Walk.PressAsync(visit, "保存", "已保存");
        await walk.LookHereAsync(visit);
        await Walk.PressAsync(visit, "送审", "已送审");
    }

    private async Task TakeShippedAsync(Visit visit, string code)
    {
        await walk.LookAsync(visit, "/duties/lists");
        await visit.Page.Locator("[name=Shipped]").SelectOptionAsync(code);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "引入为草稿" }).ClickAsync();
        await visit.ArriveAsync("**/duties/lists/*");
    }

    private async Task ReviewAsync(Visit visit)
    {
        await walk.LookAsync(visit, list);
        await visit.Page.GetByLabel("审核意见").FillAsync("用时按实际调整，同意。");
        await Walk.PressAsync(visit, "审核通过", "审核：周明");
    }

    private async Task PublishAndGiveOutAsync(Visit visit)
    {
        await walk.LookAsync(visit, list);
        await Walk.ConfirmAsync(visit, "发布", "确认发布", "2026-10-12 起施行");
        await walk.LookAsync(visit, "/duties/lists");
        await Walk.PressForNoticeAsync(visit, "派发", "已派发");
        await walk.SeeAsync(visit, "/duties?show=all&q=" + Uri.EscapeDataString(Duty), "2026-10-31");
    }

    private async Task CompleteAsync(Visit visit, string result, string? file)
    {
        await walk.SeeAsync(visit, "/my-due", Duty);
        await visit.FollowAsync("办结：" + Duty, "**/duties/*");
        await visit.Page.GetByLabel("一句话写明办成了什么").FillAsync(result);
        if (file is not null)
        {
            // Told before anything is sent, with what was typed kept.
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "大" + file, MimeType = "application/pdf", Buffer = new byte[11 * 1024 * 1024] });
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Alert).GetByText($"“大{file}”超过 10 MB。请压缩，或分成几份。").WaitForAsync();
            (await visit.Page.GetByLabel("一句话写明办成了什么").InputValueAsync()).ShouldBe(result);
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes("%PDF-1.7 记录") });
        }

        await Walk.PressAsync(visit, "提交", "已提交，等上级认定");
        visit.Page.Url.ShouldEndWith("/my-due");
    }

    private async Task ReturnAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/my-due");
        await visit.FollowAsync("有 1 件等您认定或答复", "**/duties/accept");
        await visit.FollowAsync(Duty, "**/duties/*");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("支委会记录.pdf");
        await visit.Page.GetByLabel("缺什么、怎么补").FillAsync("没有写分工，请补上谁去办。");
        await Walk.PressAsync(visit, "退回补办", "已退回补办");
    }

    private async Task CompleteAgainAsync(Visit visit)
    {
        await walk.SeeAsync(visit, "/my-due", "退回补办");
        await visit.FollowAsync("看要求：" + Duty, "**/duties/*");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("没有写分工，请补上谁去办。");
        await CompleteAsync(visit, "10月15日召开支委会，会签由孙悦负责，10月底前办结。", null);
    }

    private async Task AcceptAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/duties/accept");
        await visit.Page.GetByLabel("选中 " + Duty).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "成批认定" }).ClickAsync();
        await visit.ArriveAsync("**/duties/accept?**");
        await walk.TabHereAsync(visit);
        await Walk.PressAsync(visit, "认定 1 件", "已认定 1 件");
    }

    // SJ-03 stands beside other duties of branches that pass the same one down. By 2 November four monthly duties of October have fallen due; one of them was done in time.
    private async Task SeeTheLevelsAsync(Visit visit)
    {
        await walk.LookAsync(visit, "/duties/coverage?quarter=2026Q4");
        var row = visit.Page.Locator("tbody tr").Filter(new() { HasText = "SJ-03" }).First;
        (await row.InnerTextAsync()).ShouldContain("领受 1，办结 1，认定 1");
        await walk.LookAsync(visit, "/duties/transmission?quarter=2026Q4");
        (await visit.Page.Locator("tbody tr").Filter(new() { HasText = "党支部" }).InnerTextAsync()).ShouldContain("25.0%");
        await visit.FollowAsync("3 件", "**/duties?*outcome=missed*");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(3);
    }
}
