using HtmlAgilityPack;

namespace Yipanqi.Web.Tests.Shell;

/// <summary>A page as received: its forms are filled and posted with the cookies and hidden fields that came with it.</summary>
internal sealed class FormPage(HttpClient client, string path, string cookies, HtmlDocument document)
{
    public static async Task<FormPage> OpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        var document = new HtmlDocument();
        document.LoadHtml(await answer.Content.ReadAsStringAsync());
        return new(client, path, string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])), document);
    }

    /// <summary>Posts the form whose hidden fields include the given name and value, or whose action is the given address.</summary>
    public Task<HttpResponseMessage> PostAsync(string form, Dictionary<string, string> typed)
    {
        var node = document.DocumentNode.SelectSingleNode($"//form[@action='{form}'] | //form[.//input[@name='_handler' and @value='{form}']]")
            ?? throw new InvalidOperationException($"{path} has no form {form}");
        var fields = (node.SelectNodes(".//input[@type='hidden']") ?? Enumerable.Empty<HtmlNode>())
            .ToDictionary(i => i.GetAttributeValue("name", ""), i => HtmlEntity.DeEntitize(i.GetAttributeValue("value", "")));
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        var action = node.GetAttributeValue("action", "");
        var request = new HttpRequestMessage(HttpMethod.Post, action.Length == 0 ? path : action) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", cookies);
        return client.SendAsync(request);
    }
}
