using System.Net;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class AccountPageTests : IAsyncLifetime
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private readonly TestDatabase database = new(DatabaseKind.Sqlite);
    private Browser browser = default!;

    public async Task InitializeAsync()
    {
        await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
        await browser.SignInAsync();
    }

    [Fact]
    public async Task Tells_by_which_post_a_person_may_do_what()
    {
        var page = await browser.GetAsync("/account");

        page.Text.ShouldContain("示范工委");
        page.Text.ShouldContain("工委负责人");
        page.Text.ShouldContain("发布");
    }

    [Fact]
    public async Task Changes_the_password_and_ends_the_other_sessions()
    {
        using var other = browser.Another();
        await other.SignInAsync();

        var done = await ChangeAsync("Yipanqi-2026", "Another-2027", "Another-2027");

        done.Text.ShouldContain("口令已改");
        clock.Advance(TimeSpan.FromSeconds(2));
        (await browser.GetAsync("/account")).Path.ShouldBe("/account");
        (await other.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        await browser.Another().SignInAsync("lead", "Another-2027");
    }

    [Theory]
    [InlineData("wrong-0000", "Another-2027", "Another-2027", "现用口令不对")]
    [InlineData("Yipanqi-2026", "short1", "short1", "至少 10 位")]
    [InlineData("Yipanqi-2026", "my-lead-2027", "my-lead-2027", "不能含账号")]
    [InlineData("Yipanqi-2026", "Another-2027", "Another-2028", "两次填的新口令不一样")]
    public async Task Refuses_what_is_not_right(string current, string fresh, string repeated, string sentence)
    {
        var refused = await ChangeAsync(current, fresh, repeated);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(sentence);
        await browser.Another().SignInAsync();
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        database.Dispose();
        return Task.CompletedTask;
    }

    private async Task<BrowserPage> ChangeAsync(string current, string fresh, string repeated) =>
        await (await browser.GetAsync("/account")).Form("改口令").Fill("现用口令", current).Fill("新口令", fresh).Fill("再填一遍新口令", repeated).SendAsync();
}
