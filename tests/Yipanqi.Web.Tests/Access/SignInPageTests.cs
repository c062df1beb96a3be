using System.Net;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class SignInPageTests : IAsyncLifetime
{
    private const string Wrong = "账号或口令不对";
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private readonly TestDatabase database = new(DatabaseKind.Sqlite);
    private Browser browser = default!;

    public async Task InitializeAsync()
    {
        await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
    }

    [Fact]
    public async Task Asks_a_stranger_to_sign_in_and_then_leads_where_they_wanted_to_go()
    {
        var asked = await browser.GetAsync("/complaints");
        asked.Path.ShouldStartWith("/sign-in");

        var arrived = await asked.Form("登录").Fill("账号", "lead").Fill("口令", "Yipanqi-2026").SendAsync();

        arrived.Path.ShouldBe("/complaints");
        arrived.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_a_wrong_password_and_an_unknown_name_alike_and_keeps_the_name()
    {
        var wrong = await TryAsync("lead", "not-it-0000");
        var unknown = await TryAsync("nobody", "not-it-0000");

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain(Wrong);
        wrong.Form("登录")["账号"].ShouldBe("lead");
        unknown.Text.Replace("nobody", "lead").ShouldBe(wrong.Text);
    }

    [Fact]
    public async Task Locks_after_five_wrong_tries_and_opens_again_after_fifteen_minutes()
    {
        for (var i = 0; i < 5; i++)
        {
            await TryAsync("lead", "not-it-0000");
        }

        (await TryAsync("lead", "Yipanqi-2026")).Text.ShouldContain(Wrong);
    }

    [Theory, InlineData("//elsewhere.example/"), InlineData("https://elsewhere.example/"), InlineData("/\\elsewhere.example")]
    public async Task Leads_nowhere_outside_this_site(string address)
    {
        var page = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        var arrived = await page.Form("登录").Fill("账号", "lead").Fill("口令", "Yipanqi-2026").SendAsync();

        arrived.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Ends_with_signing_out()
    {
        await browser.SignInAsync();
        var page = await browser.GetAsync("/complaints");

        await page.Form("退出登录").SendAsync();

        (await browser.GetAsync("/complaints")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Ends_twelve_hours_after_signing_in_however_busy()
    {
        await browser.SignInAsync();
        for (var i = 0; i < 25; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(28));
            await browser.GetAsync("/complaints");
        }

        (await browser.GetAsync("/complaints")).Path.ShouldBe("/complaints");
        clock.Advance(TimeSpan.FromMinutes(28));

        (await browser.GetAsync("/complaints")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Refuses_a_form_without_its_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.UserName", "lead"), new("Input.Password", "Yipanqi-2026")]),
        };

        using var response = await browser.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        database.Dispose();
        return Task.CompletedTask;
    }

    private async Task<BrowserPage> TryAsync(string account, string secret) =>
        await (await browser.GetAsync("/sign-in")).Form("登录").Fill("账号", account).Fill("口令", secret).SendAsync();
}
