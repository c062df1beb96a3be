using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yipanqi.Web.Shell;
using Yipanqi.Web.Shell.Notices;

namespace Yipanqi.Web.Tests.Shell;

/// <summary>A host with the look of the product and nothing else.</summary>
internal static class ShellHost
{
    public static async Task<WebApplication> StartAsync(string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Yipanqi.Web", EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddShell();
        var app = builder.Build();
        app.UseShell();
        app.UseAntiforgery();
        app.MapShell();
        app.MapGet("/sample/notice", (HttpContext context, Flash flash) => flash.Set(context, new("已销号", "WT-2026-0347")));
        await app.StartAsync();
        return app;
    }
}
