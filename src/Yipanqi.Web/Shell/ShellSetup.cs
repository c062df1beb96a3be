using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Notices;

namespace Yipanqi.Web.Shell;

/// <summary>What the look of the product needs of the host: services, languages, pages and files.</summary>
public static class ShellSetup
{
    /// <param name="https">Cookies are for HTTPS alone.</param>
    public static IServiceCollection AddShell(this IServiceCollection services, bool https = false)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = https ? "__Host-y-form" : "y-form";
            o.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = "/";
        });
        services.AddDataProtection();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        // Gzip first: pages are made anew each time, and it costs less than Brotli for the same size. Files are compressed by the build.
        services.AddResponseCompression(o =>
        {
            o.Providers.Add<GzipCompressionProvider>();
            o.Providers.Add<BrotliCompressionProvider>();
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Text.T>();
        services.AddSingleton<MappedPaths>();
        services.AddSingleton<Flash>();
        services.AddScoped<Frame.PageParts>();
        services.TryAddScoped<IFrameSource, NobodyFrame>();
        return services;
    }

    /// <summary>Before authentication: compression and language.</summary>
    public static void UseShell(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        CultureInfo[] cultures = [new("zh-CN"), new("en")];
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new("zh-CN"),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new Text.LanguageCookie()],
        });
    }

    public static RazorComponentsEndpointConventionBuilder MapShell(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous();
        Preferences.Map(app);
        return app.MapRazorComponents<AppRoot>();
    }
}
