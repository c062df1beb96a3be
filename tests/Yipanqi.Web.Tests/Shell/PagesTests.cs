using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace Yipanqi.Web.Tests.Shell;

public class PagesTests
{
    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.NotFound)]
    public async Task The_style_guide_is_there_in_development_only(string environment, HttpStatusCode status)
    {
        await using var app = await ShellHost.StartAsync(environment);

        (await app.GetTestClient().GetAsync("/styleguide")).StatusCode.ShouldBe(status);
        (await app.GetTestClient().GetAsync("/styleguide/gate")).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task No_page_needs_an_inline_script_or_style()
    {
        await using var app = await ShellHost.StartAsync();

        var html = await app.GetTestClient().GetStringAsync("/styleguide");

        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<style");
        html.ShouldNotMatch(@"\son[a-z]+=");
        html.ShouldNotMatch(@"<script(?![^>]*(src=|application/json))");
    }

    [Fact]
    public async Task A_notice_is_shown_once_after_the_post_that_set_it()
    {
        await using var app = await ShellHost.StartAsync();
        var client = app.GetTestClient();
        var cookie = (await client.GetAsync("/sample/notice")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        var shown = await client.SendAsync(new(HttpMethod.Get, "/styleguide") { Headers = { { "Cookie", cookie } } });
        var forged = await client.SendAsync(new(HttpMethod.Get, "/styleguide") { Headers = { { "Cookie", cookie + "x" } } });

        (await shown.Content.ReadAsStringAsync()).Split("WT-2026-0347").Length.ShouldBe(3);
        shown.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("y-flash=;"));
        (await forged.Content.ReadAsStringAsync()).Split("WT-2026-0347").Length.ShouldBe(2);
    }
}
