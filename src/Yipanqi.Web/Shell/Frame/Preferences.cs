using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Shell.Frame;

/// <summary>The two choices a reader makes about looks: theme and language. Posted, kept in a cookie for a year, back to the page.</summary>
public static class Preferences
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Addresses.Theme, SetTheme).AllowAnonymous();
        app.MapPost(Addresses.Language, SetLanguage).AllowAnonymous();
    }

    private static RedirectHttpResult SetTheme(HttpContext context, [FromForm] string? to, [FromForm] string? back) =>
        Keep(context, ThemeCookie.Name, to == "dark" ? "dark" : "light", back);

    private static RedirectHttpResult SetLanguage(HttpContext context, [FromForm] string? to, [FromForm] string? back) =>
        Keep(context, LanguageCookie.Name, to == "en" ? "en" : "zh", back);

    private static RedirectHttpResult Keep(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(HostCookie.Name(context, cookie), value, HostCookie.Options(context, KeptFor));
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back : Addresses.Home);
    }
}
