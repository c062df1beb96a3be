using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>One person at one browser window.</summary>
public sealed class Visit : IAsyncDisposable
{
    public const string Secret = "Yipanqi-2026";
    public const string FirstAccount = "limin";
    public const string FirstSecret = "Chess-board-1";
    private readonly string address;
    private readonly List<string> faults = [];

    public Visit(IPage page, string address)
    {
        (Page, this.address) = (page, address);
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("422"))
            {
                faults.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors and blocked or failed requests so far.</summary>
    public IReadOnlyList<string> Faults => faults;

    public async Task<IResponse?> GoAsync(string path)
    {
        var response = await Page.GotoAsync(address + path);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return response;
    }

    /// <summary>Does the first set-up of an empty site and signs in.</summary>
    public async Task SetUpAsync(string dataFolder)
    {
        await GoAsync("/setup");
        await FillSetUpAsync((await File.ReadAllTextAsync(Path.Combine(dataFolder, "setup-secret.txt"))).Trim());
        await Page.WaitForURLAsync("**/setup/done");
        await SignInAsync(FirstAccount, FirstSecret);
    }

    public async Task FillSetUpAsync(string oneTimeSecret)
    {
        await Page.GetByLabel("初始化口令").FillAsync(oneTimeSecret);
        await Page.GetByLabel("党组织全称").FillAsync("中共示范县委县直属机关工作委员会");
        await Page.GetByLabel("平台上的简称").FillAsync("示范县直机关");
        await Page.GetByLabel("负责人姓名").FillAsync("李敏");
        await Page.Locator("[name='Input.UserName']").FillAsync(FirstAccount);
        await Page.Locator("[name='Input.Password']").FillAsync(FirstSecret);
        await Page.GetByLabel("系统管理员姓名").FillAsync("钱伟");
        await Page.GetByLabel("系统管理员账号").FillAsync("qianwei");
        await Page.GetByLabel("安全管理员姓名").FillAsync("吴芳");
        await Page.GetByLabel("安全管理员账号").FillAsync("wufang");
        await Page.GetByLabel("审计管理员姓名").FillAsync("郭明");
        await Page.GetByLabel("审计管理员账号").FillAsync("guoming");
        await Page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();
    }

    public async Task SignInAsync(string account, string secret = Secret)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("账号").FillAsync(account);
        await Page.GetByLabel("口令").FillAsync(secret);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Waits for an address, and looks at the page with axe; where it does not come, says what the page shows instead.</summary>
    public async Task ArriveAsync(string pattern)
    {
        try
        {
            await Page.WaitForURLAsync(pattern, new() { Timeout = 15_000 });
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Still at {Page.Url}, not at {pattern}. {string.Join(' ', faults)}\n{await Page.Locator("main").InnerTextAsync()}");
        }

        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await AccessibilityFaultsAsync()).ShouldBeEmpty(Page.Url);
    }

    /// <summary>Address of the first link on a page that matches.</summary>
    public async Task<string> FirstLinkAsync(string path, string selector)
    {
        await GoAsync(path);
        return await Page.Locator(selector).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{path} has no link {selector}.");
    }

    /// <summary>Addresses of all links on a page that match, without those within the page.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(string path, string selector)
    {
        await GoAsync(path);
        var found = await Page.Locator(selector).EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        return [.. found.Where(l => !l.StartsWith('#')).Distinct()];
    }

    /// <summary>What axe finds against WCAG and its best practices: rule, how often, where first.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityFaultsAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(v => $"{v.Id} x{v.Nodes.Length}: {v.Nodes[0].Html}")];
    }

    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
