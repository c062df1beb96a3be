using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>A draft of a scheme with script: shares and consistency follow at once, and the server says the same when it is saved.</summary>
[Collection(DemoCollection.Name)]
public sealed class SchemeJourney(Site site) : IAsyncLifetime
{
    private Visit visit = default!;
    private string draft = "";

    private IPage Page => visit.Page;

    public async Task InitializeAsync()
    {
        visit = await site.OpenAsync("officer");
        await visit.GoAsync(await visit.FirstLinkAsync("/assessment/schemes", "tbody a[href^='/assessment/schemes/']"));
        await ConfirmAsync("另起一版");
        await visit.ArriveAsync("**/edit");
        draft = new Uri(Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_while_one_types_and_is_the_same_when_saved()
    {
        await Page.Locator("[name='w.A']").FillAsync("25");
        var live = await RowAsync("A");
        (await Page.Locator("[data-verdict]").InnerTextAsync()).ShouldBe("两轨权重不等");
        await Page.GetByRole(AriaRole.Button, new() { Name = "保存权重" }).ClickAsync();
        await Page.GetByText("党建与业务不是同权重").WaitForAsync();

        (await RowAsync("A")).ShouldBe(live);
        live.ShouldBe("22.22% 22.22%");
        await Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Page.GetByText("已撤销").First.WaitForAsync();

        await visit.GoAsync(draft + "/judgements?node=ROOT&track=party");
        foreach (var (pair, step) in new[] { ("p0-1", "2"), ("p0-2", "3"), ("p1-2", "-5"), ("p1-3", "-2"), ("p2-3", "7") })
        {
            await Page.Locator($"[name='{pair}']").SelectOptionAsync(step);
        }

        var (ratio, weights, worst) = (await TextAsync("[data-cr]"), await Page.Locator("[data-w]").AllInnerTextsAsync(), await TextAsync("[data-worst]"));
        double.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(.1);
        (await Page.Locator("td.is-odd").CountAsync()).ShouldBe(1);
        await Page.GetByLabel("专家的称呼").FillAsync("专家一");
        await Page.GetByRole(AriaRole.Button, new() { Name = "保存判断" }).ClickAsync();
        await Page.GetByText("各位专家和合成结果").First.WaitForAsync();
        var row = await Page.Locator("tbody tr").Filter(new() { HasText = "专家一" }).InnerTextAsync();
        row.ShouldContain(ratio);
        weights.ShouldAllBe(w => row.Contains(w));
        await using var plain = await site.OpenAsync("officer", script: false);
        await plain.GoAsync(draft + "/judgements?node=ROOT&track=party&expert=0");
        (await plain.Page.Locator("[data-worst]").InnerTextAsync()).ShouldBe(worst);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_accessible_and_fits()
    {
        var faults = new List<string>();
        foreach (var (width, dark) in EveryPageJourney.Looks)
        {
            await using var other = await site.OpenAsync("officer", width, dark);
            foreach (var page in new[] { "", "/edit", "/node?code=A1.2", "/weights?node=A1&quarter=2026Q3", "/judgements?node=ROOT&track=party", "/changes", "/trial" })
            {
                await other.GoAsync(draft + page);
                faults.AddRange((await other.AccessibilityFaultsAsync()).Select(f => $"{page}: {f}"));
                if (await other.ScrollsSidewaysAsync())
                {
                    faults.Add(page + " scrolls sideways");
                }
            }

            faults.AddRange(other.Faults);
        }

        faults.ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        await visit.GoAsync(draft);
        await ConfirmAsync("删除草稿");
        await Page.GetByText("草稿已删除").First.WaitForAsync();
        await visit.DisposeAsync();
    }

    private async Task ConfirmAsync(string act)
    {
        await Page.Locator("summary").GetByText(act, new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "确认" + act }).ClickAsync();
    }

    private async Task<string> RowAsync(string code) =>
        string.Join(' ', await Page.Locator($"tr[data-code='{code}'] :is([data-of-siblings], [data-of-all])").AllInnerTextsAsync());

    private Task<string> TextAsync(string selector) => Page.Locator(selector).InnerTextAsync();
}
