using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace Yipanqi.Web.Tests.Shell;

public class PostFormTests
{
    [Fact]
    public async Task A_refused_form_answers_422_and_keeps_what_was_typed()
    {
        await using var app = await ShellHost.StartAsync();
        var page = await FormPage.OpenAsync(app.GetTestClient(), "/styleguide");

        var answer = await page.PostAsync("sample-live", new() { ["Input.Problem"] = " ", ["Input.Cause"] = "会签没有时限" });
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("href=\"#f-Input-Problem\">请写明问题。");
        html.ShouldContain("value=\"会签没有时限\"");
    }

    [Fact]
    public async Task An_accepted_form_redirects_with_a_notice()
    {
        await using var app = await ShellHost.StartAsync();
        var page = await FormPage.OpenAsync(app.GetTestClient(), "/styleguide");

        var answer = await page.PostAsync("sample-live", new() { ["Input.Problem"] = "会签超期 24 天" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("y-flash="));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var app = await ShellHost.StartAsync("Production");

        var answer = await app.GetTestClient().PostAsync("/styleguide", new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sample-live" }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
