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
        await visit.Page.WaitForURLAsync("**/sign-in");
        await visit.SignInAsync(Visit.FirstAccount, Visit.FirstSecret);

        (await visit.Page.Locator(".y-tenant").InnerTextAsync()).ShouldBe("示范县直机关");
        File.Exists(Path.Combine(site.DataFolder, "setup-secret.txt")).ShouldBeFalse();
        await visit.DisposeAsync();
        await site.DisposeAsync();
    }
}
