using System.Text.Json;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>A page by keyboard alone and as the accessibility tree tells it: what is not reached, not seen, not named, not told aloud.</summary>
public sealed class KeyboardWalk(Visit visit)
{
    private const int AtOnce = 40;
    private const int SoonMs = 2_000;

    // What a person does something with, by the names of the accessibility tree.
    private static readonly HashSet<string> Acting =
        ["button", "checkbox", "combobox", "DisclosureTriangle", "link", "menuitem", "option", "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "Date", "InputTime"];

    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Support", "keyboard.js"));

    private IPage Page => visit.Page;

    /// <summary>Everything at once, each fault with the address.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        string[] found = [.. await TabAsync(session), .. await NamesAsync(session), .. await Page.EvaluateAsync<string[]>("() => window.keyboard.structure()")];
        await session.DetachAsync();
        return [.. found.Select(f => $"{new Uri(Page.Url).PathAndQuery}: {f}")];
    }

    /// <summary>The first Tab leads to the skip link, Enter on it to the text.</summary>
    public async Task<IReadOnlyList<string>> SkipFaultsAsync()
    {
        await Page.EvaluateAsync(Script);
        await Page.EvaluateAsync("() => window.keyboard.toTop()");
        await Page.Keyboard.PressAsync("Tab");
        if (await Page.EvaluateAsync<string?>("() => document.activeElement?.getAttribute('href')") != "#main")
        {
            return ["the first Tab does not lead to the skip link"];
        }

        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        return await Page.EvaluateAsync<bool>("() => document.activeElement?.closest('#main') != null") ? [] : ["the skip link does not lead to the text"];
    }

    /// <summary>Every menu opens by a key, takes the focus in, closes by Escape and gives the focus back.</summary>
    public async Task<IReadOnlyList<string>> MenuFaultsAsync()
    {
        var (faults, summaries) = (new List<string>(), Page.Locator("details[data-popup] > summary:visible"));
        for (var i = 0; i < await summaries.CountAsync(); i++)
        {
            var name = (await summaries.Nth(i).InnerTextAsync()).Trim();
            await summaries.Nth(i).FocusAsync();
            await Page.Keyboard.PressAsync(i % 2 == 0 ? "Enter" : "Space");
            faults.AddRange(await Page.Locator("details[data-popup][open]").CountAsync() == 1 ? [] : [$"menu {name} does not open"]);
            await Page.Keyboard.PressAsync("Tab");
            faults.AddRange(await IsFocusInAsync("details[open]") ? [] : [$"menu {name} does not take the focus"]);
            await Page.Keyboard.PressAsync("Escape");
            faults.AddRange(await Page.Locator("details[data-popup][open]").CountAsync() == 0 ? [] : [$"menu {name} does not close"]);
            faults.AddRange(await HasFocusAsync(summaries.Nth(i)) ? [] : [$"menu {name} does not give the focus back"]);
        }

        return faults;
    }

    /// <summary>What opens a chooser in a dialog is opened by Enter, takes the focus in, closes by Escape and gives the focus back.</summary>
    public async Task<IReadOnlyList<string>> ChooserFaultsAsync(ILocator open)
    {
        var faults = new List<string>();
        await open.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("dialog a[data-pick-id]").First.WaitForAsync();
        faults.AddRange(await IsFocusInAsync("dialog") ? [] : ["the dialog does not take the focus"]);
        await Page.Keyboard.PressAsync("Escape");
        faults.AddRange(await ClosesAsync(Page.Locator("dialog")) ? [] : ["the dialog does not close"]);
        faults.AddRange(await HasFocusAsync(open) ? [] : ["the dialog does not give the focus back"]);
        return faults;
    }

    /// <summary>The search is reached by /, lists what fits, closes the list by Escape and opens it by an arrow.</summary>
    public async Task<IReadOnlyList<string>> SearchFaultsAsync(string text)
    {
        var (faults, options) = (new List<string>(), Page.Locator(".y-option"));
        await Page.Keyboard.PressAsync("/");
        if (!await HasFocusAsync(Page.Locator("#q")))
        {
            return ["the search is not reached by /"];
        }

        await Page.Keyboard.TypeAsync(text);
        await options.First.WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
        faults.AddRange(await options.CountAsync() == 0 ? [] : ["the list of the search does not close"]);
        await Page.Keyboard.PressAsync("ArrowDown");
        await options.First.WaitForAsync();
        return faults;
    }

    // A dialog that is closed tells it by an event of its own, after the key.
    private static async Task<bool> ClosesAsync(ILocator dialog)
    {
        try
        {
            await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = SoonMs });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static Task<bool> HasFocusAsync(ILocator one) => one.EvaluateAsync<bool>("e => e === document.activeElement");

    private Task<bool> IsFocusInAsync(string part) => Page.EvaluateAsync<bool>("part => document.activeElement.closest(part) != null", part);

    private async Task<IReadOnlyList<string>> TabAsync(ICDPSession session)
    {
        await Page.EvaluateAsync(Script);
        var presses = await Page.EvaluateAsync<int>("() => window.keyboard.begin()");
        for (var sent = 0; sent < presses; sent += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, presses - sent)).SelectMany(_ => new[] { KeyAsync(session, "rawKeyDown"), KeyAsync(session, "keyUp") }));
        }

        return await Page.EvaluateAsync<string[]>("() => window.keyboard.end()");
    }

    private static Task<JsonElement?> KeyAsync(ICDPSession session, string type) =>
        session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 });

    private static async Task<IEnumerable<string>> NamesAsync(ICDPSession session)
    {
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value;
        return tree.GetProperty("nodes").EnumerateArray()
            .Where(n => !n.GetProperty("ignored").GetBoolean() && Acting.Contains(ValueOf(n, "role")) && string.IsNullOrWhiteSpace(ValueOf(n, "name")))
            .Select(n => $"without a name: {ValueOf(n, "role")}");
    }

    private static string ValueOf(JsonElement node, string part) =>
        node.TryGetProperty(part, out var told) && told.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";
}
