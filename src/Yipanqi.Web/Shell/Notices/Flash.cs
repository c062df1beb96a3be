using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Shell.Notices;

/// <summary>Carries one notice over the redirect that follows a post, in a protected cookie that is good for a minute.</summary>
public sealed class Flash(IDataProtectionProvider protection)
{
    private const string CookieName = "y-flash";
    private const int LongestText = 200; // the cookie stays well under 4 KB
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("flash").ToTimeLimitedDataProtector();

    public void Set(HttpContext context, Notice notice)
    {
        var cut = notice with { Title = Cut(notice.Title)!, Detail = Cut(notice.Detail) };
        context.Response.Cookies.Append(HostCookie.Name(context, CookieName), protector.Protect(JsonSerializer.Serialize(cut), Lifetime), HostCookie.Options(context, Lifetime));
    }

    /// <summary>The waiting notice, once; null when there is none or its cookie is too old or not ours.</summary>
    public Notice? Take(HttpContext context)
    {
        if (HostCookie.Read(context, CookieName) is not { } sealedText || context.Response.HasStarted)
        {
            return null;
        }

        context.Response.Cookies.Delete(HostCookie.Name(context, CookieName), HostCookie.Options(context, Lifetime));
        try
        {
            return JsonSerializer.Deserialize<Notice>(protector.Unprotect(sealedText));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string? Cut(string? text) => text?.Length > LongestText ? text[..LongestText] + "…" : text;
}
