using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>
/// Which accounts signed in with this browser before, in a protected cookie. Whoever locks an account by guessing from elsewhere does not
/// keep its owner out: guesses from a known device are counted apart (decision 0083). It signs nobody in.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string CookieName = "y-device";

    // People who share a computer.
    private const int MostAccounts = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly IDataProtector protector = protection.CreateProtector("device");

    private sealed record Line(Guid AccountId, Guid Device, DateTime UntilUtc);

    /// <summary>The device by account.</summary>
    public IReadOnlyDictionary<Guid, Guid> Read(HttpContext http) => Lines(http).ToDictionary(l => l.AccountId, l => l.Device);

    /// <summary>Remembers that the account signed in here.</summary>
    public void Keep(HttpContext http, Guid accountId)
    {
        var known = Lines(http);
        var device = known.Find(l => l.AccountId == accountId)?.Device ?? Guid.NewGuid();
        var line = new Line(accountId, device, clock.GetUtcNow().UtcDateTime + Lifetime);
        var lines = known.Where(l => l.AccountId != accountId).Prepend(line).Take(MostAccounts);
        http.Response.Cookies.Append(HostCookie.Name(http, CookieName), protector.Protect(JsonSerializer.Serialize(lines)), HostCookie.Options(http, Lifetime));
    }

    private List<Line> Lines(HttpContext http)
    {
        if (HostCookie.Read(http, CookieName) is not { } sealedText)
        {
            return [];
        }

        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return [.. JsonSerializer.Deserialize<List<Line>>(protector.Unprotect(sealedText))!.Where(l => l.UntilUtc > now)];
        }
        catch (CryptographicException)
        {
            return []; // not ours, or its key is gone
        }
    }
}
