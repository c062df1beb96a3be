using System.Net;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Support;

public sealed class BrowserTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Signs_in_through_the_real_page_and_keeps_the_session(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var clock = new TestClock();
        await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);
        using var stranger = browser.Another();

        await browser.SignInAsync();

        (await browser.GetAsync("/imports")).Heading.ShouldBe("数据对接");
        (await stranger.GetAsync("/imports")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Is_refused_with_a_wrong_secret_or_without_the_token_of_the_form()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var clock = new TestClock();
        await Committee.FoundAsync(database, clock);
        using var browser = Browser.Start(database, clock);

        await Should.ThrowAsync<InvalidOperationException>(() => browser.SignInAsync("lead", "falsch"));
        using var bare = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("_handler", "sign-in")]) };
        (await browser.SendAsync(bare)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
