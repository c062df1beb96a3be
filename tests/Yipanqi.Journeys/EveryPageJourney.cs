using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>Every page of the demo, wide, on a phone and dark: nothing axe objects to, no sideways scrolling, no script or request fails.</summary>
[Collection(DemoCollection.Name)]
public sealed class EveryPageJourney(Site site)
{
    private static readonly string[] Open = ["/sign-in", "/complaints/new"];

    private static readonly string[] Paths =
    [
        "/", "/?tier=branches", "/organs", "/assessment", "/assessment/schemes", "/assessment/quarters", "/about/figures",
        "/assessment/collect", "/assessment/collect?show=all", "/assessment/report", "/assessment/reviews", "/assessment/reviews?state=all", "/assessment/adjustments", "/assessment/adjustments?quarter=2026Q3",
        "/assessment/objections", "/assessment/objections?quarter=2026Q3",
        "/assessment/comparison", "/assessment/race", "/assessment/race/wall", "/assessment/year", "/assessment/talks", "/assessment/talks?show=missing", "/assessment/examples", "/assessment/bulletins",
        "/units", "/imports", "/imports/units", "/imports/observations", "/imports/observations-wide", "/complaints", "/complaints?show=all", "/account", "/progress", "/board/wall", "/units/several", "/styleguide", "/journal",
    ];

    // What fits does not depend on the colours, nor contrast on the width.
    public static TheoryData<int, bool> Looks => new() { { 1280, false }, { 390, true } };

    [Theory, MemberData(nameof(Looks))]
    public async Task Is_accessible_and_fits(int width, bool dark)
    {
        await using var visit = await site.OpenAsync("lead", width, dark);
        var faults = new List<string>();

        foreach (var path in Paths.Concat(await site.PagesBehindAsync(visit)))
        {
            faults.AddRange(await FaultsAsync(visit, path));
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sysadmin", 1280, "/accounts", "/accounts?state=Unused", "/accounts/new?q=周", "/accounts/slip", "/approvals", "/posts", "/posts/why")]
    [InlineData("sysadmin", 390, "/accounts", "/accounts/new?q=周", "/approvals", "/posts", "/account?unit=GW")]
    [InlineData("secadmin", 1280, "/approvals", "/approvals?view=decided", "/accounts", "/posts?day=2025-01-01")]
    [InlineData("secadmin", 390, "/approvals", "/accounts")]
    [InlineData("auditor", 1280, "/journal", "/journal?action=account.signed-in", "/accounts", "/approvals")]
    [InlineData("auditor", 390, "/journal")]
    public async Task Is_accessible_and_fits_for_the_three_administrators(string account, int width, params string[] paths)
    {
        await using var visit = await site.OpenAsync(account, width);
        var faults = new List<string>();

        foreach (var path in paths.Append(await visit.FirstLinkAsync("/accounts", "tbody a[href^='/accounts/']")))
        {
            faults.AddRange(await FaultsAsync(visit, path));
        }

        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Is_accessible_and_fits_before_signing_in(int width, bool dark)
    {
        await using var visit = await site.OpenAsync(null, width, dark);
        var faults = new List<string>();

        foreach (var path in Open)
        {
            faults.AddRange(await FaultsAsync(visit, path));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Would_be_found_out_if_it_were_not()
    {
        await using var visit = await site.OpenAsync("lead");
        await visit.GoAsync("/");

        await visit.Page.EvaluateAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/favicon.svg">');
            document.body.style.width = '4000px';
            """);

        (await visit.AccessibilityFaultsAsync()).ShouldContain(f => f.StartsWith("image-alt", StringComparison.Ordinal));
        (await visit.ScrollsSidewaysAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Says_so_where_there_is_no_page()
    {
        await using var visit = await site.OpenAsync("lead");

        var response = await visit.GoAsync("/nowhere");

        response!.Status.ShouldBe(404);
        (await visit.Page.Locator("h1").InnerTextAsync()).ShouldBe("没有这一页");
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Visit visit, string path)
    {
        var before = visit.Faults.Count;
        var response = await visit.GoAsync(path);
        var faults = new List<string>(await visit.AccessibilityFaultsAsync());
        if (response!.Status != 200)
        {
            faults.Add($"answered {response.Status}");
        }

        if (await visit.ScrollsSidewaysAsync())
        {
            faults.Add("scrolls sideways");
        }

        if (await visit.Page.Locator("h1").CountAsync() != 1)
        {
            faults.Add("has not one h1");
        }

        return faults.Concat(visit.Faults.Skip(before)).Select(f => $"{path}: {f}");
    }
}
