using System.Net.Http.Headers;
using System.Text;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Every form, filled in as no browser would: no answer may say that the server failed.</summary>
/// <param name="texts">So many of the texts alone, where fewer than all are asked for: the shapes of a request are the same to every database.</param>
/// <param name="each">Every text in the texts and in all the fields; else by turns in the one and the other.</param>
public sealed class FuzzCheck(SecurityGround ground, Inventory inventory, int texts = int.MaxValue, bool each = true)
{
    private const int ManyFields = 10_000;
    private const int LongText = 1_000_000;
    private const int HashesSpared = 12;

    private static readonly string[] NotUtf8 = ["%C3%28", "%FF%FE", "%ED%A0%80", "%F8%88%80%80%80", "%C0%AF", "%"];

    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    public async Task RunAsync(Func<SeenForm, bool>? only = null)
    {
        foreach (var form in inventory.Forms.Where(f => only?.Invoke(f) != false))
        {
            // A password is hashed on purpose slowly: of such forms only some are sent.
            var step = form.Fields.Any(f => f.Type == "password") ? HashesSpared : 1;
            foreach (var (name, content) in Bodies(form, (await ground.SessionAsync(form.By)).Token).Where((_, i) => i % step == 0))
            {
                await SendAsync(form, name, content);
            }
        }
    }

    private async Task SendAsync(SeenForm form, string name, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };
        using var response = await (await ground.SessionAsync(form.By)).SendAsync(request);
        Cells++;
        if ((int)response.StatusCode >= 500)
        {
            Findings.Add($"{form.Key}, {name}: answers {(int)response.StatusCode}");
        }
    }

    private IEnumerable<(string Name, HttpContent Content)> Bodies(SeenForm form, string token)
    {
        var fields = FormFiller.Fill(form).Append(new(Session.TokenName, token)).ToList();
        var open = fields.Select(f => f.Key).Where(n => n is not (Session.TokenName or "_handler")).Distinct().ToList();
        var written = form.Fields.Where(f => f.Type is "text" or "textarea" or "search" or "password").Select(f => f.Name).ToHashSet();
        foreach (var (i, text) in NaughtyText.All.Take(texts).Index())
        {
            var shown = (text.Length > 30 ? $"{text[..10]}… ({text.Length})" : text).Replace("\0", "\\0");
            if (each || i % 2 == 0)
            {
                yield return ($"every text \"{shown}\"", Body(form, [.. fields.Select(f => written.Contains(f.Key) ? new(f.Key, text) : f)]));
            }

            if (each || i % 2 == 1)
            {
                yield return ($"every field \"{shown}\"", Body(form, [.. fields.Select(f => open.Contains(f.Key) ? new(f.Key, text) : f)]));
            }
        }

        foreach (var body in texts < NaughtyText.All.Count ? [] : Shapes(form, fields, open))
        {
            yield return body;
        }
    }

    private static IEnumerable<(string Name, HttpContent Content)> Shapes(SeenForm form, List<KeyValuePair<string, string>> fields, List<string> open)
    {
        foreach (var name in open.Append("_handler"))
        {
            yield return ($"without {name}", Body(form, [.. fields.Where(f => f.Key != name)]));
            yield return ($"{name} twice", Body(form, [.. fields, .. fields.Where(f => f.Key == name), new(name, "x")]));
        }

        yield return ("nothing but the token", Body(form, [.. fields.Where(f => f.Key is Session.TokenName or "_handler")]));
        yield return ("another form's name", Body(form, [.. fields.Where(f => f.Key != "_handler"), new("_handler", "is-not-there")]));
        yield return ($"{ManyFields} fields", Body(form, [.. fields, .. Enumerable.Range(0, ManyFields).Select(i => new KeyValuePair<string, string>("f" + i, "x"))]));
        yield return ("texts of 1 MB", Body(form, [.. fields.Select(f => f.Key == open.LastOrDefault() ? new(f.Key, new string('长', LongText / 3)) : f)]));
        yield return ("a name of 1 MB", Body(form, [.. fields, new(new string('n', LongText), "x")]));
        yield return ("names like paths", Body(form, [.. fields, .. open.SelectMany(n => new[] { n + "[0]", n + ".Length", n + "[]", n + ".a.b.c", "[" + n + "]" }).Select(n => new KeyValuePair<string, string>(n, "x"))]));
        foreach (var (name, content) in Raw(form, fields, open))
        {
            yield return (name, content);
        }
    }

    private static IEnumerable<(string Name, HttpContent Content)> Raw(SeenForm form, List<KeyValuePair<string, string>> fields, List<string> open)
    {
        var kept = string.Join('&', fields.Where(f => !open.Contains(f.Key)).Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        foreach (var bytes in NotUtf8)
        {
            yield return ($"bytes {bytes}", Typed($"{kept}&{string.Join('&', open.Select(n => $"{Uri.EscapeDataString(n.Split(Session.FileMark)[0])}={bytes}"))}", "application/x-www-form-urlencoded"));
        }

        yield return ("an empty body", Typed("", "application/x-www-form-urlencoded"));
        yield return ("a body of ampersands", Typed(kept + "&&&=&=&;&", "application/x-www-form-urlencoded"));
        yield return ("another character set", Typed(kept, "application/x-www-form-urlencoded; charset=utf-7"));
        yield return ("a multipart body cut off", Typed($"--x\r\nContent-Disposition: form-data; name=\"{Session.TokenName}\"\r\n\r\n{fields[^1].Value}\r\n--x\r\nContent-Disp", "multipart/form-data; boundary=x"));
        yield return ("a multipart body without boundary", Typed("--x--", "multipart/form-data"));
        yield return ("a file where a text is asked", Session.Multipart([.. fields.Select(f => open.Contains(f.Key) && !f.Key.Contains(Session.FileMark) ? new($"{f.Key}{Session.FileMark}a.txt", "x") : f)]));
    }

    private static HttpContent Body(SeenForm form, List<KeyValuePair<string, string>> fields) =>
        form.Files ? Session.Multipart(fields.Select(f => new KeyValuePair<string, string>(f.Key.Length == 0 ? "x" : f.Key, f.Value)))
            : Typed(string.Join('&', fields.Select(f => $"{Escape(f.Key)}={Escape(f.Value)}")), "application/x-www-form-urlencoded");

    // Half of a surrogate pair goes out as it would from a careless program.
    private static string Escape(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString())) is var whole && whole.Length <= 32_000
        ? Uri.EscapeDataString(whole) : string.Concat(whole.Chunk(16_000).Select(c => Uri.EscapeDataString(new string(c))));

    private static ByteArrayContent Typed(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
