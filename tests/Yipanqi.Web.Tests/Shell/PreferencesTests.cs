using System.Net;
using HtmlAgilityPack;
using Microsoft.AspNetCore.TestHost;

namespace Yipanqi.Web.Tests.Shell;

public class PreferencesTests
{
    [Fact]
    public async Task A_posted_theme_is_in_the_next_page_before_any_script()
    {
        await using var app = await ShellHost.StartAsync();
        var client = app.GetTestClient();
        var (cookies, fields) = await FormAsync(client, "/shell/theme");

        var answer = await PostAsync(client, "/shell/theme", cookies, fields);
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
        var client = app.GetTestClient();
        var (cookies, fields) = await FormAsync(client, "/shell/theme");
        fields["back"] = back;

        var answer = await PostAsync(client, "/shell/theme", cookies, fields);

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_choice_without_its_token_is_refused()
    {
        await using var app = await ShellHost.StartAsync();

        var answer = await PostAsync(app.GetTestClient(), "/shell/theme", "", new() { ["to"] = "dark" });

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

    private static async Task<(string Cookies, Dictionary<string, string> Fields)> FormAsync(HttpClient client, string action)
    {
        var answer = await client.GetAsync("/styleguide");
        var page = new HtmlDocument();
        page.LoadHtml(await answer.Content.ReadAsStringAsync());
        var fields = page.DocumentNode.SelectNodes($"//form[@action='{action}'][1]//input[@type='hidden']")!.DistinctBy(i => i.GetAttributeValue("name", ""))
            .ToDictionary(i => i.GetAttributeValue("name", ""), i => HtmlEntity.DeEntitize(i.GetAttributeValue("value", "")));
        return (answer.Headers.GetValues("Set-Cookie").First().Split(';')[0], fields);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string cookies, Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", cookies);
        return client.SendAsync(request);
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
