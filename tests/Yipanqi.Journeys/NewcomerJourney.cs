using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>From nothing to an explained board, through the pages alone: set up, units from a foreign list, any scheme reviewed by a second person, a quarter's figures, publish.</summary>
public sealed class NewcomerJourney : IAsyncLifetime
{
    private static readonly string Reference = Path.Combine(AppContext.BaseDirectory, "Reference", "asem");
    private Site site = default!;
    private Visit visit = default!;

    private IPage Page => visit.Page;

    public async Task InitializeAsync()
    {
        site = await Site.EmptyAsync();
        visit = await site.OpenAsync();
        await visit.SetUpAsync(site.DataFolder);
    }

    [Fact]
    public async Task Reaches_the_published_index_of_asem_on_the_board()
    {
        await ImportUnitsAsync();
        await ImportSchemeAsync();
        await OpenQuarterAsync();
        await ImportFiguresAsync();
        await RunAndPublishAsync();

        await visit.GoAsync("/organs?q=Austria");
        var row = Page.Locator("tbody tr").Filter(new() { HasText = "Austria" });
        (await row.CountAsync()).ShouldBe(1, await Page.Locator("main").InnerTextAsync());
        (await row.InnerTextAsync()).ShouldContain(Expected("AUT"));
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await Page.Locator("main").InnerTextAsync()).ShouldContain(Expected("AUT"));
        visit.Faults.ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        await visit.DisposeAsync();
        await site.DisposeAsync();
    }

    private async Task ImportUnitsAsync()
    {
        await visit.GoAsync("/");
        (await StepsDoneAsync()).ShouldBeEmpty();
        await visit.GoAsync("/imports/units");
        await Page.GetByLabel("组织线").SelectOptionAsync(new SelectOptionValue { Label = "行政" });
        await Page.GetByLabel("参加考评").SelectOptionAsync(new SelectOptionValue { Label = "是" });
        await visit.ImportAsync(UnitList(), 51, () => Page.GetByLabel("同类组对应的列").SelectOptionAsync("2"));
    }

    private async Task ImportSchemeAsync()
    {
        await visit.GoAsync("/assessment/schemes");
        await Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(Reference, "metadata.csv"));
        await Page.GetByLabel("方案代码").FillAsync("asem");
        await Page.GetByLabel("方案名称").FillAsync("可持续互联指数");
        await Page.GetByLabel("该报未报的数").SelectOptionAsync("LeftOut");
        await Page.GetByLabel("级别").SelectOptionAsync("no");
        await Page.GetByLabel("没有写计分方法的项目").SelectOptionAsync("MinMax");
        await Page.GetByRole(AriaRole.Button, new() { Name = "导入为草稿" }).ClickAsync();
        await Page.GetByText("起草到发布").First.WaitForAsync();
        (await visit.AccessibilityFaultsAsync()).ShouldBeEmpty();
        await ConfirmAsync("送审", "方案已送审");
        var scheme = new Uri(Page.Url).AbsolutePath;
        await using (var reviewer = await site.OpenAsync())
        {
            await site.AddLeadAsync("wangfang", "王芳");
            await reviewer.SignInAsync("wangfang");
            await reviewer.GoAsync(scheme);
            await ConfirmAsync("审核通过", "审核通过，待发布", reviewer.Page);
            (await reviewer.AccessibilityFaultsAsync()).ShouldBeEmpty();
            reviewer.Faults.ShouldBeEmpty();
        }

        await visit.GoAsync(scheme);
        await ConfirmAsync("发布方案", "方案已发布");
    }

    private async Task ConfirmAsync(string act, string then, IPage? page = null)
    {
        page ??= Page;
        await page.Locator("summary").GetByText(act, new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认" + act }).ClickAsync();
        await page.GetByText(then).First.WaitForAsync();
    }

    private async Task<IReadOnlyList<string>> StepsDoneAsync() => await Page.Locator(".y-next li:has(.y-chip) a").AllInnerTextsAsync();

    private async Task OpenQuarterAsync()
    {
        await visit.GoAsync("/");
        (await StepsDoneAsync()).ShouldBe(["导入单位", "确定考评方案"]);
        await visit.GoAsync("/assessment/quarters?quarter=2026Q3");
        await Page.GetByLabel("填报截止日").FillAsync("2099-12-31");
        await Page.GetByLabel("申诉期（天）").FillAsync("0");
        await Page.GetByRole(AriaRole.Button, new() { Name = "开启本季度填报" }).ClickAsync();
        await Page.GetByText("已开启填报").WaitForAsync();
        (await visit.AccessibilityFaultsAsync()).ShouldBeEmpty();
    }

    private async Task ImportFiguresAsync()
    {
        await visit.GoAsync("/assessment/quarters?quarter=2026Q3");
        await Page.GetByRole(AriaRole.Link, new() { Name = "导入（一行一单位）" }).ClickAsync();
        await visit.ArriveAsync("**/imports/observations-wide**");
        await visit.ImportAsync(Visit.FileOf(Path.Combine(Reference, "raw_data.csv")), 51);
    }

    private async Task RunAndPublishAsync()
    {
        await visit.GoAsync("/assessment/quarters?quarter=2026Q3");
        await Page.GetByText("截止填报", new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "确认截止填报" }).ClickAsync();
        await Page.GetByText("填报已截止").First.WaitForAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "测算并预览" }).ClickAsync();
        await Page.GetByText("预览待发布").WaitForAsync();
        (await visit.AccessibilityFaultsAsync()).ShouldBeEmpty();
        await Page.GetByText("发布结果").First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "确认发布结果" }).ClickAsync();
        await Page.GetByText("预览待发布").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    // A flat list with heads of its own, as such lists are: id, group, kind, name.
    private static FilePayload UnitList()
    {
        var text = new StringBuilder("id,group,kind,name\n");
        foreach (var line in File.ReadLines(Path.Combine(Reference, "raw_data.csv")).Skip(1))
        {
            var cells = line.Split(',');
            text.Append(CultureInfo.InvariantCulture, $"{cells[1]},ASEM,成员,{cells[0]}\n");
        }

        return new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) };
    }

    private static string Expected(string unit)
    {
        var lines = File.ReadAllLines(Path.Combine(Reference, "s1_aggregated_amean.csv"));
        var column = Array.IndexOf(lines[0].Split(','), "Index");
        var index = double.Parse(lines.Single(l => l.StartsWith(unit + ",", StringComparison.Ordinal)).Split(',')[column], CultureInfo.InvariantCulture);
        return Math.Round(index, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
