using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

public sealed class FirstSetUpJourney
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Leads_from_the_one_time_secret_to_the_first_sign_in(bool script)
    {
        var site = await Site.EmptyAsync();
        var visit = await site.OpenAsync(script: script);
        var secret = (await File.ReadAllTextAsync(Path.Combine(site.DataFolder, "setup-secret.txt"))).Trim();

        await visit.GoAsync("/");
        visit.Page.Url.ShouldEndWith("/setup");
        await FillAsync(visit.Page, "wrong");
        (await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("初始化口令不对");
        (await visit.Page.GetByLabel("负责人姓名").InputValueAsync()).ShouldBe("李敏");
        await FillAsync(visit.Page, secret);
        await visit.Page.WaitForURLAsync("**/sign-in");
        await visit.SignInAsync("limin", "Chess-board-1");

        (await visit.Page.Locator(".y-tenant").InnerTextAsync()).ShouldBe("示范县直机关");
        File.Exists(Path.Combine(site.DataFolder, "setup-secret.txt")).ShouldBeFalse();
        await visit.DisposeAsync();
        await site.DisposeAsync();
    }

    private static async Task FillAsync(IPage page, string secret)
    {
        await page.GetByLabel("初始化口令").FillAsync(secret);
        await page.GetByLabel("工委全称").FillAsync("中共示范县委县直属机关工作委员会");
        await page.GetByLabel("平台上的简称").FillAsync("示范县直机关");
        await page.GetByLabel("负责人姓名").FillAsync("李敏");
        await page.GetByLabel("账号").FillAsync("limin");
        await page.Locator("[name='Input.Password']").FillAsync("Chess-board-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
