using System.Net.Http.Headers;
using System.Text;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every form, sent as another site would make a signed-in browser send it: without its token, with somebody else's, from elsewhere, in
/// content types a form can have. Nothing may change. And every address that is only read: nothing may change either.
/// </summary>
public sealed class ForgeryCheck(SecurityGround ground, Inventory inventory)
{
    private readonly ChangeWatch watch = new(ground);

    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    public async Task SendAsync(Func<ProductRoute, bool>? only = null)
    {
        var stranger = (await ground.SessionAsync(Principal.OtherLead)).Token;
        foreach (var form in inventory.Forms.Where(f => only?.Invoke(f.Route) != false))
        {
            var session = await ground.SessionAsync(form.By);
            foreach (var (name, request) in Forged(form, session.Token, stranger))
            {
                using var response = await session.SendAsync(request);
                Cells++;
                Keep($"{form.Key}, {name}", IsRefused(response) ? null : $"answers {(int)response.StatusCode}");
            }
        }

        foreach (var route in ground.Routes.Where(r => only?.Invoke(r) != false))
        {
            await SendBareAsync(route);
        }
    }

    public async Task ReadAsync(Func<ProductRoute, bool>? only = null)
    {
        foreach (var sample in inventory.Samples.Where(s => only?.Invoke(s.Route) != false))
        {
            var session = await ground.SessionAsync(sample.By);
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var response = await session.SendAsync(new HttpRequestMessage(method, sample.Address));
                Cells++;
                Keep($"{method} {sample.Address} as {sample.By}", (int)response.StatusCode >= 500 ? $"answers {(int)response.StatusCode}" : null);
            }
        }
    }

    private static IEnumerable<(string Name, HttpRequestMessage Request)> Forged(SeenForm form, string token, string stranger)
    {
        var fields = FormFiller.Fill(form);
        yield return ("without token", Request(form, fields, null));
        yield return ("with another person's token", Request(form, fields, stranger));
        yield return ("with a token of nothing", Request(form, fields, token[..^8] + "AAAAAAAA"));
        foreach (var origin in new[] { "https://elsewhere.example", "null", "http://localhost.elsewhere.example", "http://localhost:81" })
        {
            var request = Request(form, fields, token);
            request.Headers.Add("Origin", origin);
            yield return ("from " + origin, request);
        }

        foreach (var site in new[] { "cross-site", "same-site" })
        {
            var request = Request(form, fields, token);
            request.Headers.Add("Sec-Fetch-Site", site);
            yield return ("Sec-Fetch-Site " + site, request);
        }

        foreach (var type in new[] { "text/plain", "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml" })
        {
            var body = type.StartsWith("multipart", StringComparison.Ordinal)
                ? string.Concat(fields.Select(f => $"--x\r\nContent-Disposition: form-data; name=\"{f.Key}\"\r\n\r\n{f.Value}\r\n")) + "--x--\r\n"
                : string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            yield return ("as " + type + " without token", new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content });
        }
    }

    private static HttpRequestMessage Request(SeenForm form, IEnumerable<KeyValuePair<string, string>> fields, string? token)
    {
        var all = token is null ? fields : fields.Append(new(Session.TokenName, token));
        return new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = form.Files ? Session.Multipart(all) : new FormUrlEncodedContent(all) };
    }

    // Every method of every route but reading, with an empty body: also routes that no page has a form for.
    private async Task SendBareAsync(ProductRoute route)
    {
        var session = await ground.SessionAsync(Principal.Lead);
        var address = inventory.Samples.FirstOrDefault(s => s.Route.Template == route.Template)?.Address ?? route.Fill(_ => Guid.Empty.ToString());
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
        {
            using var response = await session.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent([new("to", "dark")]) });
            Cells++;
            Keep($"{method} {route} without a form", IsRefused(response) ? null : $"answers {(int)response.StatusCode}");
        }
    }

    // Sent to sign in or to the page that says no, it did nothing either.
    private static bool IsRefused(HttpResponseMessage response) => (int)response.StatusCode is >= 400 and < 500
        || (response.Headers.Location?.ToString() is { } to && (to.Contains("/denied", StringComparison.Ordinal) || to.Contains("/sign-in", StringComparison.Ordinal)));

    private void Keep(string what, string? fault)
    {
        Findings.AddRange(fault is null ? [] : [$"{what}: {fault}"]);
        Findings.AddRange(watch.Changes().Where(c => !RoutePolicy.WrittenByReading.ContainsKey(c.Table)).Select(c => $"{what}: {c}"));
    }
}
