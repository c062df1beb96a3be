using System.Net;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A principal's cookies on the host, and a form token that goes with them. Sends anything, follows nothing.</summary>
public sealed partial class Session(Principal principal, HttpClient client)
{
    private readonly Dictionary<string, string> cookies = [];

    public Principal Principal => principal;

    /// <summary>A token that the forms of this session would carry.</summary>
    public string Token { get; private set; } = "";

    public string Cookies => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    public void Keep(string name, string value) => cookies[name] = value;

    /// <summary>Reads a page that has a form, so that cookie and token are there.</summary>
    public async Task OpenAsync()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, principal.IsSignedIn ? "/account" : "/sign-in"));
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            Keep(parts[0], parts[1]);
        }

        Token = WebUtility.HtmlDecode(TokenField().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value);
        Token.ShouldNotBeEmpty($"{principal} was given no form token");
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!IsEndless(response))
        {
            await response.Content.LoadIntoBufferAsync(); // what the request changes is changed then
        }

        return response;
    }

    /// <summary>Events that go on while there is something to tell.</summary>
    public static bool IsEndless(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "text/event-stream";

    public async Task<Reply> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Posts with the session's own token in place of any in the fields.</summary>
    public async Task<Reply> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, bool multipart = false)
    {
        var all = fields.Where(f => f.Key != TokenName).Append(new(TokenName, Token)).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = multipart ? Multipart(all) : new FormUrlEncodedContent(all) };
        using var response = await SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public const string TokenName = "__RequestVerificationToken";

    /// <summary>A field "name␟file.csv" carries a file.</summary>
    public static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            var parts = name.Split(FileMark);
            if (parts.Length == 2)
            {
                content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(value)), parts[0], parts[1]);
            }
            else
            {
                content.Add(new StringContent(value), name);
            }
        }

        return content;
    }

    public const char FileMark = '\u241F';

    [GeneratedRegex("name=\"" + TokenName + "\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
