using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace Yipanqi.Web.Tests.Shell;

public class PreferencesTests
{
    [Fact]
    public async Task A_posted_theme_is_in_the_next_page_before_any_script()
    {
        await using var app = await ShellHost.StartAsync();
        var client = app.GetTestClient();
        var before = await FormPage.OpenAsync(client, "/styleguide");

        var answer = await before.PostAsync("/shell/theme", []);
        var page = await GetAsync(client, "/styleguide", answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/styleguide");
        page.ShouldContain("data-bs-theme=\"dark\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task A_choice_never_leads_to_another_site(string back)
    {
        await using var app = await ShellHost.StartAsync();
        var page = await FormPage.OpenAsync(app.GetTestClient(), "/styleguide");

        var answer = await page.PostAsync("/shell/theme", new() { ["back"] = back });

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_choice_without_its_token_is_refused()
    {
        await using var app = await ShellHost.StartAsync("Production");
        var page = await FormPage.OpenAsync(app.GetTestClient(), "/not-found");

        var answer = await page.PostAsync("/shell/theme", new() { ["__RequestVerificationToken"] = "" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_is_english_only_when_the_reader_chose_so()
    {
        await using var app = await ShellHost.StartAsync();
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9");

        (await GetAsync(client, "/styleguide", null)).ShouldContain("跳到正文");
        (await GetAsync(client, "/styleguide", "y-lang=en")).ShouldContain("Skip to the content");
    }

    private static async Task<string> GetAsync(HttpClient client, string path, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }
}
