namespace Yipanqi.Web.Shell.Frame;

/// <summary>A cookie that no script reads and that, under HTTPS, no other host can set: the name then begins with __Host-.</summary>
public static class HostCookie
{
    public static string Name(HttpContext http, string name) => IsHttps(http) ? "__Host-" + name : name;

    public static string? Read(HttpContext http, string name) => http.Request.Cookies[Name(http, name)];

    public static CookieOptions Options(HttpContext http, TimeSpan lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = IsHttps(http),
    };

    // Behind TLS that ends before this program, the request itself looks plain.
    private static bool IsHttps(HttpContext http) => http.Request.IsHttps || http.RequestServices.GetService<StartOptions>() is { Https: true };
}
