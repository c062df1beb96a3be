using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>One person at one browser window.</summary>
public sealed class Visit : IAsyncDisposable
{
    public const string Secret = "Yipanqi-2026";
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

    public async Task SignInAsync(string account, string secret = Secret)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("账号").FillAsync(account);
        await Page.GetByLabel("口令").FillAsync(secret);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
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
