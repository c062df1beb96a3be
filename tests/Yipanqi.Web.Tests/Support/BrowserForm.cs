using System.Net;
using System.Net.Http.Headers;
using HtmlAgilityPack;

namespace Yipanqi.Web.Tests.Support;

/// <summary>A form as it was received, hidden fields included; fields are named by their labels.</summary>
public sealed class BrowserForm
{
    private readonly Browser browser;
    private readonly string page;
    private readonly HtmlNode form;
    private readonly List<KeyValuePair<string, string>> values = [];
    private readonly List<(string Name, string FileName, byte[] Bytes)> files = [];

    public BrowserForm(Browser browser, string page, HtmlNode button)
    {
        (this.browser, this.page) = (browser, page);
        form = button.Ancestors("form").First();
        Disabled = button.Attributes.Contains("disabled");
        foreach (var control in form.SelectNodes(".//input|.//select|.//textarea")?.ToList() ?? [])
        {
            var isChecked = control.GetAttributeValue("type", "") is not ("checkbox" or "radio") || control.Attributes.Contains("checked");
            if (control.Attributes.Contains("name") && isChecked && control.GetAttributeValue("type", "") != "file")
            {
                values.Add(new(control.GetAttributeValue("name", ""), ValueOf(control)));
            }
        }

        if (button.GetAttributeValue("name", "") is { Length: > 0 } name)
        {
            values.Add(new(name, WebUtility.HtmlDecode(button.GetAttributeValue("value", ""))));
        }
    }

    /// <summary>Whether the button cannot be pressed.</summary>
    public bool Disabled { get; }

    public string this[string label] => ValueOf(Control(label));

    public BrowserForm Fill(string label, string value)
    {
        var name = Control(label).GetAttributeValue("name", "");
        values.RemoveAll(v => v.Key == name);
        values.Add(new(name, value));
        return this;
    }

    /// <summary>Fills a control that has its label elsewhere, in the head of its table for instance, by its name.</summary>
    public BrowserForm FillField(string name, string value)
    {
        if (form.SelectSingleNode($".//*[@name='{name}']") is null)
        {
            throw new InvalidOperationException($"No field named \"{name}\" in this form of {page}.");
        }

        values.RemoveAll(v => v.Key == name);
        values.Add(new(name, value));
        return this;
    }

    /// <summary>Ticks one of several boxes of a name.</summary>
    public BrowserForm Tick(string name, string value)
    {
        values.RemoveAll(v => v.Key == name && v.Value == value);
        values.Add(new(name, value));
        return this;
    }

    /// <summary>Chooses the option whose text contains this.</summary>
    public BrowserForm Choose(string label, string option)
    {
        var found = Control(label).SelectNodes(".//option")?.FirstOrDefault(o => BrowserPage.TextOf(o).Contains(option, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"\"{label}\" has no option \"{option}\".");
        return Fill(label, WebUtility.HtmlDecode(found.GetAttributeValue("value", "")));
    }

    /// <summary>Takes the mark off one box of those with this name.</summary>
    public BrowserForm Uncheck(string name, string value)
    {
        values.RemoveAll(v => v.Key == name && v.Value == value);
        return this;
    }

    /// <summary>Takes a value a radio button or box would send.</summary>
    public BrowserForm Add(string name, string value)
    {
        values.Add(new(name, value));
        return this;
    }

    public BrowserForm Attach(string label, string fileName, byte[] bytes)
    {
        files.Add((Control(label).GetAttributeValue("name", ""), fileName, bytes));
        return this;
    }

    /// <summary>Sends the form to where it points and follows redirects.</summary>
    public async Task<BrowserPage> SendAsync()
    {
        var action = WebUtility.HtmlDecode(form.GetAttributeValue("action", "")) is { Length: > 0 } told ? told : page;
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = Content() };
        if (form.GetAttributeValue("method", "get") == "get")
        {
            var query = await new FormUrlEncodedContent(values.Where(v => v.Value.Length > 0)).ReadAsStringAsync();
            return await browser.GetAsync($"{action.Split('?')[0]}?{query}");
        }

        return await browser.FollowAsync(await browser.SendAsync(request), action);
    }

    private HttpContent Content()
    {
        if (form.GetAttributeValue("enctype", "") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, name, fileName);
        }

        return content;
    }

    private HtmlNode Control(string label)
    {
        var node = form.SelectNodes(".//label[@for]")?.FirstOrDefault(l => BrowserPage.TextOf(l).Replace("必填", "").Trim() == label)
            ?? throw new InvalidOperationException($"No field \"{label}\" in this form of {page}.");
        return form.SelectSingleNode($".//*[@id='{node.GetAttributeValue("for", "")}']") ?? throw new InvalidOperationException($"The label \"{label}\" names no field.");
    }

    private static string ValueOf(HtmlNode control) => WebUtility.HtmlDecode(control.Name switch
    {
        "select" => (control.SelectSingleNode(".//option[@selected]") ?? control.SelectSingleNode(".//option"))?.GetAttributeValue("value", "") ?? "",
        "textarea" => control.InnerText,
        _ => control.GetAttributeValue("value", control.GetAttributeValue("type", "") is "checkbox" or "radio" ? "on" : ""),
    });
}
