using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>The headers and cookies of every answer: pages, exports, refusals, what is not there.</summary>
public sealed class HeaderCheck(SecurityGround ground, Inventory inventory)
{
    private static readonly Dictionary<string, string> Wanted = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()",
    };

    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    public async Task RunAsync(bool https, Func<ProductRoute, bool>? only = null)
    {
        foreach (var route in ground.Routes.Where(r => only?.Invoke(r) != false))
        {
            var sample = inventory.Samples.FirstOrDefault(s => s.Route.Template == route.Template) ?? new Sample(route, route.Fill(_ => Guid.Empty.ToString()), Principal.Lead);
            await LookAsync(HttpMethod.Get, sample.Address, sample.By, https);
            await LookAsync(HttpMethod.Get, sample.Address, Principal.Anonymous, https);
            await LookAsync(HttpMethod.Post, sample.Address, sample.By, https);
        }

        if (only is null)
        {
            await LookAsync(HttpMethod.Get, "/is-not-there", Principal.Lead, https);
            await LookAsync(HttpMethod.Get, "/favicon.svg", Principal.Anonymous, https);
            await LookAsync(HttpMethod.Post, "/shell/theme", Principal.Lead, https, [new("to", "dark")]);
            await LookAsync(HttpMethod.Post, "/shell/language", Principal.Lead, https, [new("to", "en")]);
        }
    }

    private async Task LookAsync(HttpMethod method, string address, Principal principal, bool https, List<KeyValuePair<string, string>>? fields = null)
    {
        var session = await ground.SessionAsync(principal);
        using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields.Append(new(Session.TokenName, session.Token))) };
        using var response = await session.SendAsync(request);
        Cells++;
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var fault in Faults(headers, principal, https).Concat(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.SelectMany(c => CookieFaults(c, https)) : []))
        {
            Findings.Add($"{method} {address} as {principal} ({(int)response.StatusCode}): {fault}");
        }
    }

    private static IEnumerable<string> Faults(Dictionary<string, string> headers, Principal principal, bool https)
    {
        foreach (var (name, value) in Wanted.Where(w => headers.GetValueOrDefault(w.Key) != w.Value))
        {
            yield return $"{name} is not \"{value}\"";
        }

        var policy = headers.GetValueOrDefault("Content-Security-Policy") ?? "";
        foreach (var part in new[] { "default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'" }.Where(p => !policy.Contains(p, StringComparison.Ordinal)))
        {
            yield return $"Content-Security-Policy lacks {part}";
        }

        var told = new[] { "Server", "X-Powered-By" }.Where(headers.ContainsKey).Select(h => h + " tells what runs").ToList();
        told.AddRange(policy.Contains("unsafe", StringComparison.Ordinal) ? ["Content-Security-Policy allows what is unsafe"] : []);
        told.AddRange(principal.IsSignedIn && headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) != true ? ["is not no-store"] : []);
        told.AddRange(https && headers.GetValueOrDefault("Strict-Transport-Security")?.StartsWith("max-age=31536000", StringComparison.Ordinal) != true ? ["lacks Strict-Transport-Security"] : []);
        foreach (var fault in told)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> CookieFaults(string cookie, bool https)
    {
        var name = cookie.Split('=')[0];
        string[] wanted = https ? ["httponly", "samesite", "path=/", "secure"] : ["httponly", "samesite", "path=/"];
        foreach (var part in wanted.Where(w => !cookie.Contains(w, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"cookie {name} lacks {part}";
        }

        if (https && (!name.StartsWith("__Host-", StringComparison.Ordinal) || cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"cookie {name} is not bound to the host";
        }
    }
}
