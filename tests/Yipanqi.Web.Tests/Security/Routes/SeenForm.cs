using System.Net;
using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>A form that posts, as a principal was shown it.</summary>
/// <param name="Page">Address of the page it stood on.</param>
/// <param name="Action">Address it posts to.</param>
/// <param name="Handler">Name of the form, by which a page tells its forms apart.</param>
public sealed partial record SeenForm(Principal By, string Page, string Action, ProductRoute Route, string Handler, bool Files, IReadOnlyList<SeenField> Fields)
{
    /// <summary>The same for every copy of the form, whatever row it is about.</summary>
    public string Key => $"{Route.Template} {Ids().Replace(Handler, "·")}".TrimEnd();

    public static IEnumerable<SeenForm> In(HtmlDocument page, string address, Principal by, Func<string, ProductRoute?> routeOf)
    {
        foreach (var form in page.DocumentNode.SelectNodes("//form")?.ToList() ?? [])
        {
            var action = WebUtility.HtmlDecode(form.GetAttributeValue("action", "")) is { Length: > 0 } told ? told : address;
            if (form.GetAttributeValue("method", "get").Equals("post", StringComparison.OrdinalIgnoreCase) && CanBeSent(form) && routeOf(action) is { } route)
            {
                var pressed = form.SelectSingleNode(".//button[@type='submit']");
                var fields = (form.SelectNodes(".//input[@name]|.//select[@name]|.//textarea[@name]|.//button[@name]")?.Select(f => FieldOf(f, pressed)) ?? []).Where(f => f.Name != Session.TokenName).ToList();
                yield return new(by, address, action, route, fields.Find(f => f.Name == "_handler")?.Value ?? "", form.GetAttributeValue("enctype", "") == "multipart/form-data", fields);
            }
        }
    }

    public override string ToString() => $"{Key} ({By})";

    private static bool CanBeSent(HtmlNode form) =>
        form.SelectNodes(".//button[@type='submit']") is not { } buttons || buttons.Any(b => !b.Attributes.Contains("disabled"));

    private static SeenField FieldOf(HtmlNode node, HtmlNode? pressed)
    {
        var type = node.Name == "input" ? node.GetAttributeValue("type", "text") : node.Name;
        var options = node.SelectNodes(".//option")?.ToList() ?? [];
        var value = node.Name switch
        {
            "select" => (options.Find(o => o.Attributes.Contains("selected")) ?? options.FirstOrDefault())?.GetAttributeValue("value", "") ?? "",
            "textarea" => node.InnerText,
            _ => node.GetAttributeValue("value", type is "checkbox" or "radio" ? "on" : ""),
        };
        var most = node.GetAttributeValue("maxlength", 0);
        return new(
            WebUtility.HtmlDecode(node.GetAttributeValue("name", "")), type, WebUtility.HtmlDecode(value), [.. options.Select(o => WebUtility.HtmlDecode(o.GetAttributeValue("value", "")))],
            node.Attributes.Contains("required"), most > 0 ? most : null, type == "button" ? node == pressed : type is not ("checkbox" or "radio") || node.Attributes.Contains("checked"));
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
