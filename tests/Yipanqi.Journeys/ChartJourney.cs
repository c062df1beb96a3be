using System.Text.RegularExpressions;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>A chart of quarters leads to the quarter it shows: by its axis, and without script by its table.</summary>
[Collection(DemoCollection.Name)]
public sealed class ChartJourney(Site site)
{
    [Theory, InlineData("/"), InlineData("card")]
    public async Task Leads_from_a_quarter_to_its_figures(string page)
    {
        await using var visit = await site.OpenAsync("lead");
        var path = page == "card" ? await visit.FirstLinkAsync("/", "a[href^='/organs/']") + "?tab=history" : page;
        await visit.GoAsync(path);
        var chart = visit.Page.Locator("ypq-chart[data-kind=tracks]");
        await chart.ScrollIntoViewIfNeededAsync();

        await chart.Locator("svg text").Filter(new() { HasTextRegex = new Regex("^25Q4$") }).ClickAsync();

        await visit.AtAsync(u => u.Contains("quarter=2025Q4", StringComparison.Ordinal));
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leads_there_without_script()
    {
        await using var visit = await site.OpenAsync("lead", script: false);
        await visit.GoAsync("/");
        var row = visit.Page.Locator(".y-behind").Filter(new() { HasText = "25Q4" }).First.GetByText("25Q4", new() { Exact = true }).First;

        await row.ClickAsync();

        visit.Page.Url.ShouldContain("quarter=2025Q4");
    }
}
