using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>One person at one browser window.</summary>
public sealed class Visit : IAsyncDisposable
{
    public const string Secret = "Yipanqi-2026";
    public const string FirstAccount = "limin";
    public const string FirstSecret = "Chess-board-1";

    // Charts that can be seen are drawn; the others wait until somebody scrolls.
    private const string Drawn = "() => [...document.querySelectorAll('ypq-chart')].every(c => c.matches('.is-on, .is-off') || c.getBoundingClientRect().top > innerHeight)";

    private readonly string address;
    private readonly bool script;
    private readonly List<string> faults = [];

    public Visit(IPage page, string address, bool script = true)
    {
        (Page, this.address, this.script) = (page, address, script);
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
        if (script)
        {
            await Page.WaitForFunctionAsync(Drawn);
        }

        return response;
    }

    /// <summary>Does the first set-up of an empty site and signs in; the secrets of the three administrators, in their order.</summary>
    public async Task<IReadOnlyList<string>> SetUpAsync(string dataFolder)
    {
        await GoAsync("/setup");
        await FillSetUpAsync((await File.ReadAllTextAsync(Path.Combine(dataFolder, "setup-secret.txt"))).Trim());
        await AtAsync(url => url.EndsWith("/setup/done", StringComparison.Ordinal));
        var issued = await Page.Locator(".y-secret").AllInnerTextsAsync();
        await SignInAsync(FirstAccount, FirstSecret);
        return issued;
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
        await AtAsync(url => !url.Contains("/sign-in"));
    }

    /// <summary>Waits for an address. On a busy machine the event of arriving is missed at times; what counts is where the page is.</summary>
    public async Task AtAsync(Func<string, bool> isThere)
    {
        try
        {
            await Page.WaitForURLAsync(isThere);
        }
        catch (TimeoutException) when (isThere(Page.Url))
        {
        }
    }

    /// <summary>Waits for an address, and looks at the page with axe; where it does not come, says what the page shows instead.</summary>
    public async Task ArriveAsync(string pattern)
    {
        try
        {
            await Page.WaitForURLAsync(pattern);
        }
        catch (TimeoutException)
        {
            if (!await IsAtAsync(pattern))
            {
                throw new InvalidOperationException($"Still at {Page.Url}, not at {pattern}. {string.Join(' ', faults)}\n{await Page.Locator("main").InnerTextAsync()}");
            }
        }

        // The address changes before the page does; Turbo says that it is busy by an attribute that axe does not know there.
        await Page.Locator("html:not([aria-busy])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await AccessibilityFaultsAsync()).ShouldBeEmpty(Page.Url);
    }

    // As in AtAsync, for a pattern.
    private async Task<bool> IsAtAsync(string pattern)
    {
        try
        {
            await Page.WaitForURLAsync(pattern, new() { WaitUntil = WaitUntilState.Commit, Timeout = 1000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Waits for a text; where it does not come, says what the page shows instead.</summary>
    public async Task ToldAsync(string text)
    {
        try
        {
            await Page.GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"“{text}” is not at {Page.Url}. {string.Join(' ', faults)}\n{await Page.Locator("main").InnerTextAsync()}");
        }

        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Follows a link by its text, also what of it is only read out, and waits for its page.</summary>
    public async Task FollowAsync(string link, string pattern)
    {
        await Page.Locator("main a").Filter(new() { HasText = link }).First.ClickAsync();
        await ArriveAsync(pattern);
    }

    /// <summary>Uploads a table on the page of an import, takes the columns as they were guessed, checks and imports it.</summary>
    /// <param name="choose">What is chosen on the page of columns besides.</param>
    public async Task ImportAsync(FilePayload file, int rows, Func<Task>? choose = null)
    {
        await Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Page.GetByRole(AriaRole.Button, new() { Name = "上传，对应列" }).ClickAsync();
        await ArriveAsync("**/columns");
        await (choose?.Invoke() ?? Task.CompletedTask);
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^核对 {rows} 行") }).ClickAsync();
        await ArriveAsync("**/check");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^导入") }).ClickAsync();
        await ArriveAsync("**/done");
    }

    public static FilePayload FileOf(string path) => new() { Name = Path.GetFileName(path), MimeType = "text/csv", Buffer = File.ReadAllBytes(path) };

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

    /// <summary>Labels of what opens beyond the edge of the window, one popup opened after the other.</summary>
    public async Task<IReadOnlyList<string>> PopupFaultsAsync() => await Page.EvaluateAsync<string[]>("""
        async () => {
          const turn = (details, open) => new Promise(done => { details.addEventListener('toggle', done, { once: true }); details.open = open; });
          const faults = [];
          for (const details of document.querySelectorAll('details[data-popup]:not([open])')) {
            if (!details.checkVisibility()) continue;
            await turn(details, true);
            const { left, right } = (details.querySelector('.y-pop') ?? details).getBoundingClientRect();
            if (left < 0 || right > innerWidth) faults.push(`${details.querySelector('summary').textContent.trim()} opens from ${Math.round(left)} to ${Math.round(right)}`);
            await turn(details, false);
          }
          return faults;
        }
        """);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
