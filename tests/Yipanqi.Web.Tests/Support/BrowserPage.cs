using System.Net;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Yipanqi.Web.Tests.Support;

/// <summary>A page as it came: its address after redirects, its heading, its text, its forms.</summary>
public sealed partial class BrowserPage(Browser browser, HttpStatusCode status, string path, HtmlDocument html)
{
    public HttpStatusCode Status => status;

    /// <summary>Path with query, after redirects.</summary>
    public string Path => path;

    public HtmlNode Document => html.DocumentNode;

    /// <summary>Text of the one h1.</summary>
    public string Heading => TextOf(Document.SelectSingleNode("//h1"));

    /// <summary>All text of the main part.</summary>
    public string Text => TextOf(Document.SelectSingleNode("//main") ?? Document);

    /// <summary>Texts of all nodes that an XPath finds.</summary>
    public IReadOnlyList<string> Texts(string xpath) => Document.SelectNodes(xpath)?.Select(TextOf).ToList() ?? [];

    /// <summary>Rows of the table with this caption: the text of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string caption)
    {
        var table = Document.SelectNodes("//table")?.FirstOrDefault(t => TextOf(t.SelectSingleNode("caption")) == caption)
            ?? throw new InvalidOperationException($"No table \"{caption}\" on {path}. Page: {Text}");
        return table.SelectNodes("tbody/tr")?.Select(r => (IReadOnlyList<string>)r.SelectNodes("th|td")!.Select(TextOf).ToList()).ToList() ?? [];
    }

    /// <summary>The form with this button.</summary>
    public BrowserForm Form(string button)
    {
        var submit = Document.SelectNodes("//form//button[@type='submit']")?.FirstOrDefault(b => TextOf(b) == button)
            ?? throw new InvalidOperationException($"No button \"{button}\" on {path}. Page: {Text}");
        return new BrowserForm(browser, path, submit);
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<BrowserPage> ClickAsync(string link) => browser.GetAsync(LinkOf(link));

    /// <summary>Address of the link with this text.</summary>
    public string LinkOf(string link)
    {
        var node = Document.SelectNodes("//a[@href]")?.FirstOrDefault(a => TextOf(a) == link)
            ?? throw new InvalidOperationException($"No link \"{link}\" on {path}. Page: {Text}");
        return WebUtility.HtmlDecode(node.GetAttributeValue("href", ""));
    }

    internal static string TextOf(HtmlNode? node) => node is null ? "" : Spaces().Replace(WebUtility.HtmlDecode(node.InnerText), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
