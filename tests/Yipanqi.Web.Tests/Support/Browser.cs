using System.Net;
using HtmlAgilityPack;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Support;

/// <summary>
/// The real host on a real database, seen as a person sees it without script: get a page, fill in and send the form that came with it
/// (antiforgery and all), follow the redirect. One browser has one set of cookies; <see cref="Another"/> opens a second on the same host.
/// </summary>
public sealed class Browser : IDisposable
{
    private const int MostRedirects = 5;

    private readonly WebApplicationFactory<Program> host;
    private readonly HttpClient client;
    private readonly bool ownsHost;

    private Browser(WebApplicationFactory<Program> host, bool ownsHost)
    {
        (this.host, this.ownsHost) = (host, ownsHost);
        client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
    }

    public IServiceProvider Services => host.Services;

    // Where the real server listens; null for the one in memory.
    private string? Port => host.Services.GetService<IServer>() is { } server and not TestServer ? server.Features.Get<IServerAddressesFeature>()!.Addresses.First() : null;

    /// <summary>Starts the host on the database of the test. <paramref name="services"/> may add or replace some, an import target for instance.</summary>
    /// <param name="https">As behind TLS: cookies and headers for HTTPS alone.</param>
    /// <param name="kestrel">On the real server and a port of its own, for what the one in memory does not do: limits of a body.</param>
    public static Browser Start(TestDatabase database, TestClock clock, Action<IServiceCollection>? services = null, bool https = false, bool kestrel = false)
    {
        var folder = Directory.CreateTempSubdirectory("yipanqi-host-").FullName;
        var factory = new WebApplicationFactory<Program>();
        var host = factory.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("data", folder);
            builder.UseSetting("Https", https.ToString());
            builder.UseSetting("Jobs:Enabled", "false");
            builder.UseSetting("Database:Kind", database.Kind.ToString());
            builder.UseSetting("Database:ConnectionString", database.ConnectionString);
            builder.ConfigureTestServices(s =>
            {
                s.AddSingleton<TimeProvider>(clock);
                s.AddSingleton(database.Options);
                s.AddSingleton<DbContextOptions>(database.Options);
                s.AddSingleton<UnitOfWork>(database.UnitOfWork);
                services?.Invoke(s);
            });
        });
        if (kestrel)
        {
            host.UseKestrel(0);
            host.StartServer();
        }

        return new Browser(host, ownsHost: true);
    }

    public Browser Another() => new(host, ownsHost: false);

    /// <summary>A client that keeps no cookies and follows no redirects.</summary>
    public HttpClient Bare(string scheme = "http") => Port is { } address
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(address) }
        : host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(scheme + "://localhost") });

    /// <summary>Signs in through the sign-in page.</summary>
    public async Task SignInAsync(string account = "lead", string secret = "Yipanqi-2026")
    {
        var page = await GetAsync("/sign-in");
        var next = await page.Form("登录").Fill("账号", account).Fill("口令", secret).SendAsync();
        if (next.Path == "/sign-in")
        {
            throw new InvalidOperationException($"The sign-in was refused ({next.Status} {next.Path}): " + next.Text);
        }
    }

    /// <summary>Gets a page and follows redirects.</summary>
    public async Task<BrowserPage> GetAsync(string path) => await FollowAsync(await client.GetAsync(path), path);

    /// <summary>Gets a file as it is sent.</summary>
    public async Task<(string Name, byte[] Bytes)> DownloadAsync(string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var disposition = response.Content.Headers.ContentDisposition;
        disposition!.DispositionType.ShouldBe("attachment");
        return (disposition.FileNameStar ?? disposition.FileName ?? "", await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends any request, one that no form would send for instance.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public void Dispose()
    {
        client.Dispose();
        if (ownsHost)
        {
            var folder = host.Services.GetRequiredService<Yipanqi.Web.Shell.StartOptions>().DataFolder;
            host.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    internal async Task<BrowserPage> FollowAsync(HttpResponseMessage response, string path)
    {
        for (var i = 0; i < MostRedirects && response.Headers.Location is { } location; i++)
        {
            path = location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
            response.Dispose();
            response = await client.GetAsync(path);
        }

        using (response)
        {
            var html = new HtmlDocument();
            html.LoadHtml(await response.Content.ReadAsStringAsync());
            return new BrowserPage(this, response.StatusCode, path, html);
        }
    }
}
