using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Journeys.Support;

/// <summary>The product with its demo data on SQLite, served on a port of its own, and windows to walk through it.</summary>
public sealed class Site : IAsyncLifetime
{
    private const string Theme = "y-theme";
    private const float MostMilliseconds = 15_000;

    private readonly string data = Directory.CreateTempSubdirectory("yipanqi-journeys-").FullName;
    private readonly bool demo;
    private readonly TimeProvider? clock;
    private readonly Dictionary<string, IEnumerable<Cookie>> signedIn = [];
    private Host host = default!;
    private IBrowser browser = default!;

    public Site() : this(demo: true)
    {
    }

    private Site(bool demo, TimeProvider? clock = null) => (this.demo, this.clock) = (demo, clock);

    public string Address { get; private set; } = "";

    public string DataFolder => data;

    public IServiceProvider Services => host.Services;

    /// <summary>A site without demo data, as on the first start; with a clock of its own where days have to pass.</summary>
    public static async Task<Site> EmptyAsync(TimeProvider? clock = null)
    {
        var site = new Site(demo: false, clock);
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        host = new Host(data, demo, clock);
        host.UseKestrel(0);
        host.StartServer();
        Address = host.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        browser = await Chromium.OpenAsync();
    }

    /// <summary>A second head of the committee, who may review what the first one wrote.</summary>
    public async Task AddLeadAsync(string account, string name)
    {
        var unitOfWork = host.Services.GetRequiredService<UnitOfWork>();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var tenantId = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().Select(d => d.Id).SingleAsync(), default);
        var outcome = await unitOfWork.WriteAsync<bool>(
            tenantId,
            async db =>
            {
                var root = await db.Set<Unit>().SingleAsync(u => u.ParentId == null && u.Track == Track.Party);
                var person = db.AddAccount(account, name, root, PostRole.WorkCommitteeLead);
                await db.SaveAsync(new Change(null, now, "test.lead-added", nameof(Person), person), default);
                return true;
            },
            default);
        outcome.Refusals.ShouldBeEmpty();
    }

    /// <summary>A fresh browser window, signed in when an account is named. Script errors and failed requests end up in <see cref="Visit.Faults"/>.</summary>
    public async Task<Visit> OpenAsync(string? account = null, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Locale = "zh-CN" });
        await context.AddCookiesAsync([new() { Name = Theme, Value = dark ? "dark" : "light", Url = Address }]);
        context.SetDefaultTimeout(MostMilliseconds);
        var visit = new Visit(await context.NewPageAsync(), Address, script);
        if (account is not null && signedIn.TryGetValue(account, out var session))
        {
            await context.AddCookiesAsync(session);
        }
        else if (account is not null)
        {
            await visit.SignInAsync(account);
            await KeepAsync(account, context);
        }

        return visit;
    }

    // A session lasts while the clock is the real one: the next window of the same person need not sign in again.
    private async Task KeepAsync(string account, IBrowserContext context)
    {
        if (clock is null)
        {
            var cookies = await context.CookiesAsync();
            signedIn[account] = [.. cookies.Where(c => c.Name != Theme).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite })];
        }
    }

    /// <summary>Pages one reaches by following links: a card with its parts, the origin of a figure, a unit, a scheme.</summary>
    public async Task<IReadOnlyList<string>> PagesBehindAsync(Visit visit)
    {
        var card = await visit.FirstLinkAsync("/", "a[href^='/organs/']");
        var unit = await visit.FirstLinkAsync("/units", "tbody a[href^='/units/']");
        var scheme = await visit.FirstLinkAsync("/assessment/schemes", "tbody a[href^='/assessment/schemes/']");
        var task = await visit.FirstLinkAsync("/tasks", "tbody a[href^='/tasks/']");
        var join = await visit.FirstLinkAsync("/fusion/check", "a[href^='/fusion/new?task=']");
        var duty = await visit.FirstLinkAsync("/duties?show=all", "tbody a[href^='/duties/']");
        var list = await visit.FirstLinkAsync("/duties/lists", "tbody a[href^='/duties/lists/']");
        var figure = await visit.FirstLinkAsync(card, "a[href*='/items/']");
        return
        [
            card, figure, unit, unit + "/edit", unit.Replace("/units/", "/units/new?parent=", StringComparison.Ordinal), scheme, scheme + "/changes", scheme + "/trial", scheme + "/judgements?node=ROOT&track=party",
            task, task + "/fusion", join, join.Replace("/fusion/new", "/forces/new", StringComparison.Ordinal), duty, list, .. await visit.LinksAsync(card, ".y-tabs a"),
        ];
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private sealed class Host(string data, bool demo, TimeProvider? clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("data", data);
            builder.UseSetting("demo", demo ? "true" : "false");
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            builder.UseSetting("ReloadStaticAssetsAtRuntime", "false"); // files compressed as the built program serves them
            builder.ConfigureTestServices(services =>
            {
                if (clock is not null)
                {
                    services.AddSingleton(clock);
                }
            });
        }
    }
}
