using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>Every page of the demo, wide, on a phone and dark: nothing axe objects to, no sideways scrolling, nothing opens beyond the edge, no script or request fails.</summary>
[Collection(DemoCollection.Name)]
public sealed class EveryPageJourney(Site site)
{
    private static readonly string[] Open = ["/sign-in", "/complaints/new"];

    private static readonly string[] Administration = ["/accounts", "/accounts/new", "/accounts/slip", "/approvals", "/posts", "/posts/why"];

    /// <summary>Pages that these looks leave out, and who looks at them.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/account/secret"] = "FirstSetUpJourney",
        ["/setup"] = "FirstSetUpJourney",
        ["/setup/done"] = "FirstSetUpJourney",
        ["/assessment/supply"] = "QuarterJourney",
        ["/assessment/objections/new"] = "QuarterJourney",
        ["/fusion/new"] = "TaskJourney",
        ["/tasks/several"] = "TaskJourney",
        ["/measures/several"] = "as /tasks/several: MeasurePagesTests",
        ["/units/new"] = "with its parent, among the pages behind",
        ["/forces/new"] = "with its task, among the pages behind",
        ["/temporary/new"] = "asks for a unit: TemporaryTests",
        ["/board"] = "the same page as /",
        ["/choose/unit"] = "KeyboardJourney, in its dialog",
        ["/choose/person"] = "as /choose/unit",
        ["/styleguide/gate"] = "the same as /sign-in",
        ["/denied"] = "a sentence",
        ["/error"] = "a sentence",
        ["/not-found"] = "below",
    };

    private static readonly string[] Paths =
    [
        "/", "/?tier=branches", "/organs", "/assessment", "/assessment/schemes", "/assessment/quarters", "/about/figures",
        "/assessment/collect?show=all", "/assessment/report", "/assessment/reviews?state=all", "/assessment/reviews/several", "/assessment/adjustments?quarter=2026Q3&state=all", "/assessment/objections?quarter=2026Q3&open=false",
        "/assessment/comparison", "/assessment/race", "/assessment/race/wall", "/assessment/year", "/assessment/talks?show=missing", "/assessment/examples", "/assessment/bulletins",
        "/units", "/units?view=tree", "/units/several", "/people", "/peer-groups", "/temporary", "/imports", "/imports/units", "/imports/observations-wide",
        "/people/new", "/terms", "/terms/check", "/search?q=住房",
        "/complaints?show=all", "/account", "/progress", "/board/wall", "/styleguide", "/journal", "/calendar",
        "/my-due", "/my-due/calendar", "/my-due/event", "/duties?show=all", "/duties/accept", "/duties/event", "/duties/burden", "/duties/lists", "/duties/coverage", "/duties/transmission",
        "/tasks", "/tasks/unclaimed", "/tasks/new", "/objectives", "/connectors", "/chessboard", "/chessboard/wall", "/measures", "/measures/new", "/fusion", "/fusion/check", "/fusion/how", "/forces", "/forces?view=away", "/pledges",
    ];

    /// <summary>What fits does not depend on the colours, nor contrast on the width.</summary>
    public static readonly (int Width, bool Dark)[] Looks = [(1280, false), (390, true)];

    public static IEnumerable<object[]> LooksOf => Looks.Select(l => new object[] { l.Width, l.Dark });

    // Each page in one of the looks; all of them in both belong to the whole check.
    [Theory, MemberData(nameof(LooksOf))]
    public Task Is_accessible_and_fits(int width, bool dark) => LookAsync(width, dark, at => at % 2 == (dark ? 1 : 0));

    [Theory, MemberData(nameof(LooksOf))]
    [Trait("Category", "Full")]
    public Task Is_accessible_and_fits_in_every_look(int width, bool dark) => LookAsync(width, dark, _ => true);

    private async Task LookAsync(int width, bool dark, Func<int, bool> wanted)
    {
        await using var visit = await site.OpenAsync("lead", width, dark);
        var faults = new List<string>();

        foreach (var path in Paths.Concat(await site.PagesBehindAsync(visit)).Where((_, at) => wanted(at)))
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

    [Theory, MemberData(nameof(LooksOf))]
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
    public void Is_looked_at_as_soon_as_it_is_there()
    {
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.RoutePattern.Parameters.Count == 0).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).ToHashSet();
        var seen = Paths.Concat(Open).Concat(Administration).Concat(Elsewhere.Keys).Select(p => p.Split('?')[0]).ToHashSet();

        pages.Except(seen).ShouldBeEmpty("add these to Paths, or to Elsewhere with who looks at them");
        pages.Count.ShouldBeGreaterThan(60);
        Elsewhere.Keys.Except(pages).ShouldBeEmpty();
    }

    [Fact]
    public async Task Would_be_found_out_if_it_were_not()
    {
        await using var visit = await site.OpenAsync("lead");
        await visit.GoAsync("/");

        await visit.Page.EvaluateAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/favicon.svg">');
            document.body.style.width = '4000px';
            document.querySelector('main').insertAdjacentHTML('beforeend', '<details data-popup id="beyond"><summary>办</summary><div class="y-pop">出界</div></details>');
            document.querySelector('#beyond .y-pop').style.setProperty('min-width', '3000px', 'important');
            """);

        (await visit.AccessibilityFaultsAsync()).ShouldContain(f => f.StartsWith("image-alt", StringComparison.Ordinal));
        (await visit.ScrollsSidewaysAsync()).ShouldBeTrue();
        (await visit.PopupFaultsAsync()).ShouldContain(f => f.StartsWith("办 opens from ", StringComparison.Ordinal));
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

        faults.AddRange(await visit.PopupFaultsAsync());
        if (await visit.Page.Locator("h1").CountAsync() != 1)
        {
            faults.Add("has not one h1");
        }

        return faults.Concat(visit.Faults.Skip(before)).Select(f => $"{path}: {f}");
    }
}
