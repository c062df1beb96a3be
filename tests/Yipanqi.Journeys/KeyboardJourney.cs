using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>The main pages without a mouse: Tab reaches everything in order and is seen, everything has a name, menus and pickers answer to keys.</summary>
[Collection(DemoCollection.Name)]
public sealed class KeyboardJourney(Site site)
{
    [Theory]
    [InlineData("lead", "/", "/units", "/people", "/chessboard?q=电梯", "/assessment/quarters", "/journal", "/assessment/comparison", "/styleguide")]
    [InlineData("branch", "/my-due", "/my-due/calendar", "/duties")]
    [InlineData("office", "/duties/transmission", "/duties/coverage", "/tasks", "/fusion/check")]
    public async Task Reaches_everything_and_everything_has_a_name(string account, params string[] paths)
    {
        await using var visit = await OpenAsync(account);
        var faults = new List<string>();

        foreach (var path in paths.Concat(await BehindAsync(visit, account)))
        {
            (await visit.GoAsync(path))!.Status.ShouldBe(200, path);
            faults.AddRange(await new KeyboardWalk(visit).FaultsAsync());
        }

        faults.Concat(visit.Faults).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reaches_everything_in_a_draft_of_a_scheme()
    {
        await using var visit = await OpenAsync("officer");
        await visit.GoAsync(await visit.FirstLinkAsync("/assessment/schemes", "tbody a[href^='/assessment/schemes/']"));
        await Walk.ConfirmAsync(visit, "另起一版", "确认另起一版", "保存权重");

        var faults = await new KeyboardWalk(visit).FaultsAsync();
        await visit.GoAsync(new Uri(visit.Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal));
        await Walk.ConfirmAsync(visit, "删除草稿", "确认删除草稿", "草稿已删除");

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Skips_the_menu_and_finds_the_search()
    {
        await using var visit = await OpenAsync("lead");
        await visit.GoAsync("/units");

        (await new KeyboardWalk(visit).SkipFaultsAsync()).ShouldBeEmpty();
        (await new KeyboardWalk(visit).SearchFaultsAsync("住房城乡")).ShouldBeEmpty();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AtAsync(u => !u.EndsWith("/units", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opens_and_closes_menus_and_chooses_columns_by_keys()
    {
        await using var visit = await OpenAsync("lead");
        await visit.GoAsync("/units");

        (await new KeyboardWalk(visit).MenuFaultsAsync()).ShouldBeEmpty();
        var columns = await visit.Page.Locator("main thead th").CountAsync();
        await visit.Page.Locator("summary").GetByText("选列").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync($"() => document.querySelectorAll('main thead th').length === {columns - 1}");
        await visit.Page.Locator("summary").GetByText("选列").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "恢复原样" }).ClickAsync();
        await visit.Page.WaitForFunctionAsync($"() => document.querySelectorAll('main thead th').length === {columns}");
    }

    [Fact]
    public async Task Chooses_a_unit_in_the_tree_and_a_day_by_keys()
    {
        await using var visit = await OpenAsync("lead");
        await visit.GoAsync("/tasks/several?id=" + await FirstTaskAsync(visit));
        var open = visit.Page.Locator("a[data-choose]").First;

        (await new KeyboardWalk(visit).ChooserFaultsAsync(open)).ShouldBeEmpty();
        await open.PressAsync("Enter");
        var pick = visit.Page.Locator("dialog a[data-pick-id]").First;
        await pick.WaitForAsync();
        for (var i = 0; i < 30 && !await pick.EvaluateAsync<bool>("a => a === document.activeElement"); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.Locator("[name='Lead.Text']").InputValueAsync()).ShouldNotBeEmpty();
        await visit.GoAsync("/tasks/new");
        await visit.Page.GetByLabel("完成时限").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("11302026");
        (await visit.Page.GetByLabel("完成时限").InputValueAsync()).ShouldBeOneOf("2026-11-30", "");
    }

    /// <summary>The negative control: each fault is planted, and found by its own words.</summary>
    [Fact]
    public async Task Would_find_what_is_wrong()
    {
        await using var visit = await OpenAsync("lead");
        await visit.GoAsync("/units?q=住房");
        (await new KeyboardWalk(visit).FaultsAsync()).ShouldBeEmpty();

        await visit.Page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main'), add = html => main.insertAdjacentHTML('beforeend', html);
              add('<div role="button" id="dead">不能用键</div>');
              add('<a href="/units" id="first" tabindex="3">抢先</a>');
              add('<a href="/units" id="unseen">看不见焦点</a>');
              add('<a href="/units" id="nameless"><svg aria-hidden="true"></svg></a>');
              add('<h6>跳级</h6><table><tr><td>没有表头</td></tr></table><div class="toast">不出声</div>');
              document.getElementById('unseen').addEventListener('focus', e => e.target.style.setProperty('outline', 'none', 'important'));
            }
            """);
        var found = await new KeyboardWalk(visit).FaultsAsync();
        string[] expected = ["not reached: <div role=\"button\" id=\"dead\"", "out of order: ", "no visible focus: <a href=\"/units\" id=\"unseen\"", "without a name: link", "heading 6 after", "table without heads", "says nothing aloud"];
        expected.ShouldAllBe(e => found.Any(f => f.Contains(e)));

        await visit.GoAsync("/units?q=住房");
        await visit.Page.EvaluateAsync("""
            () => {
              document.querySelector('.y-skip').remove();
              const trap = document.querySelector('main input');
              trap.addEventListener('keydown', e => { if (e.key === 'Tab') e.preventDefault(); });
            }
            """);
        (await new KeyboardWalk(visit).FaultsAsync()).ShouldContain(f => f.Contains("not reached"));
        (await new KeyboardWalk(visit).SkipFaultsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Would_find_what_does_not_close()
    {
        await using var visit = await OpenAsync("lead");
        var walk = new KeyboardWalk(visit);

        await visit.GoAsync("/units");
        await SwallowEscapeAsync(visit);
        (await walk.SearchFaultsAsync("住房城乡")).ShouldContain(f => f.Contains("does not close"));
        await visit.GoAsync("/units");
        await SwallowEscapeAsync(visit);
        (await walk.MenuFaultsAsync()).ShouldContain(f => f.Contains("does not close"));
        await visit.GoAsync("/tasks/several?id=" + await FirstTaskAsync(visit));
        await SwallowEscapeAsync(visit);
        (await walk.ChooserFaultsAsync(visit.Page.Locator("a[data-choose]").First)).ShouldContain(f => f.Contains("does not close"));
    }

    private static Task SwallowEscapeAsync(Visit visit) => visit.Page.EvaluateAsync(
        "() => window.addEventListener('keydown', e => { if (e.key === 'Escape') { e.preventDefault(); e.stopImmediatePropagation(); } }, true)");

    private static async Task<string> FirstTaskAsync(Visit visit) => (await visit.FirstLinkAsync("/tasks?state=active", "tbody a[href^='/tasks/']"))["/tasks/".Length..];

    // Focus rings fade in otherwise; the first frame would count as none.
    private async Task<Visit> OpenAsync(string account)
    {
        var visit = await site.OpenAsync(account);
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        return visit;
    }

    private static async Task<IReadOnlyList<string>> BehindAsync(Visit visit, string account) => account switch
    {
        "lead" => [await visit.FirstLinkAsync("/", "a[href^='/organs/']"), await visit.FirstLinkAsync("/units", "tbody a[href^='/units/']")],
        "branch" => [await visit.FirstLinkAsync("/duties?show=all", "tbody a[href^='/duties/']")],
        _ => [await visit.FirstLinkAsync("/tasks", "tbody a[href^='/tasks/']"), await visit.FirstLinkAsync("/duties?show=all", "tbody a[href^='/duties/']")],
    };
}
