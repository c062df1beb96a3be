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
        await visit.FillSetUpAsync("wrong");
        (await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("初始化口令不对");
        if (script)
        {
            (await visit.AccessibilityFaultsAsync()).ShouldBeEmpty();
        }

        (await visit.Page.GetByLabel("负责人姓名").InputValueAsync()).ShouldBe("李敏");
        await visit.FillSetUpAsync(secret);
        await visit.AtAsync(url => url.EndsWith("/setup/done", StringComparison.Ordinal));
        var issued = await visit.Page.Locator(".y-secret").AllInnerTextsAsync();
        issued.Distinct().Count().ShouldBe(3);
        await visit.GoAsync("/setup/done");
        (await visit.Page.Locator(".y-secret").CountAsync()).ShouldBe(0);
        await visit.SignInAsync("qianwei", issued[0]);
        visit.Page.Url.ShouldEndWith("/account/secret");
        await visit.Page.GetByLabel("现用口令").FillAsync(issued[0]);
        await visit.Page.Locator("[name='Input.New']").FillAsync(Visit.FirstSecret);
        await visit.Page.Locator("[name='Input.Repeated']").FillAsync(Visit.FirstSecret);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "改口令" }).ClickAsync();
        await visit.AtAsync(url => url.EndsWith("/accounts", StringComparison.Ordinal));
        await visit.Page.Context.ClearCookiesAsync();
        await visit.SignInAsync(Visit.FirstAccount, Visit.FirstSecret);

        (await visit.Page.Locator(".y-tenant").InnerTextAsync()).ShouldBe("示范县直机关");
        File.Exists(Path.Combine(site.DataFolder, "setup-secret.txt")).ShouldBeFalse();
        await visit.DisposeAsync();
        await site.DisposeAsync();
    }
}
