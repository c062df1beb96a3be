using System.Text.Json;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>A page by keyboard alone and as the accessibility tree tells it: what is not reached, not seen, not named, not told aloud.</summary>
public sealed class KeyboardWalk(Visit visit)
{
    private const int AtOnce = 40;

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
