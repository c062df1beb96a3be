using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>
/// Carries newly issued secrets over the redirect to the one page that shows them, in a protected cookie that is good for a minute.
/// They are in no address, no log and, but for their hash, not in the database.
/// </summary>
public sealed class SecretSlip(IDataProtectionProvider protection)
{
    private const string CookieName = "y-slip";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("slip").ToTimeLimitedDataProtector();

    public sealed record Line(string Person, string Role, string UserName, string Secret);

    public void Hand(HttpContext http, params IReadOnlyList<Line> lines) =>
        http.Response.Cookies.Append(HostCookie.Name(http, CookieName), protector.Protect(JsonSerializer.Serialize(lines), Lifetime), HostCookie.Options(http, Lifetime));

    /// <summary>The secrets handed on, once; empty afterwards.</summary>
    public IReadOnlyList<Line> Take(HttpContext http)
    {
        if (HostCookie.Read(http, CookieName) is not { } sealedText)
        {
            return [];
        }

        http.Response.Cookies.Delete(HostCookie.Name(http, CookieName), HostCookie.Options(http, Lifetime));
        try
        {
            return JsonSerializer.Deserialize<List<Line>>(protector.Unprotect(sealedText)) ?? [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
