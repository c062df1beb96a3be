using Microsoft.AspNetCore.Localization;

namespace Yipanqi.Web.Shell.Text;

/// <summary>Chinese unless the reader chose English; the browser's own language says nothing about that.</summary>
public sealed class LanguageCookie : RequestCultureProvider
{
    public const string Name = "y-lang";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new(Frame.HostCookie.Read(httpContext, Name) == "en" ? "en" : "zh-CN"));
}
