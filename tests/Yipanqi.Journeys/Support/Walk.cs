using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>Several people at one site in turn: every page they look at is held against axe and against its width, and what a script or request said is kept.</summary>
public sealed class Walk(Site site)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>One person does something in a window of their own.</summary>
    public async Task AsAsync(string account, Func<Visit, Task> act, int width = 1280)
    {
        await using var visit = await site.OpenAsync(account, width);
        await act(visit);
        faults.AddRange(visit.Faults.Concat(await visit.AccessibilityFaultsAsync()).Select(f => $"{account}: {f}"));
    }

    public async Task LookAsync(Visit visit, string path)
    {
        await visit.GoAsync(path);
        await LookHereAsync(visit);
    }

    /// <summary>The page as it stands now.</summary>
    public async Task LookHereAsync(Visit visit)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        faults.AddRange((await visit.AccessibilityFaultsAsync()).Select(f => $"{visit.Page.Url}: {f}"));
        if (await visit.ScrollsSidewaysAsync())
        {
            faults.Add($"{visit.Page.Url} scrolls sideways");
        }
    }

    /// <summary>The page as it stands now by keyboard alone.</summary>
    public async Task TabHereAsync(Visit visit) => faults.AddRange(await new KeyboardWalk(visit).FaultsAsync());

    public async Task SeeAsync(Visit visit, string path, string text)
    {
        await LookAsync(visit, path);
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain(text);
    }

    /// <summary>Presses a button and waits for what the page says then; where it says something else, that is told.</summary>
    public static async Task PressAsync(Visit visit, string button, string then)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await visit.ToldAsync(then);
    }

    /// <summary>Presses a button and waits for the notice that comes after it, where the page says the same words already.</summary>
    public static async Task PressForNoticeAsync(Visit visit, string button, string notice)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await visit.Page.Locator(".y-notice").Filter(new() { HasText = notice }).WaitForAsync();
    }

    public static async Task ConfirmAsync(Visit visit, string label, string confirm, string then)
    {
        await visit.Page.Locator("summary").GetByText(label, new() { Exact = true }).First.ClickAsync();
        await PressAsync(visit, confirm, then);
    }
}
