using System.Data.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>The real host on a copy of the seeded database, and a session for every principal.</summary>
public sealed class SecurityGround : IDisposable
{
    private readonly Dictionary<Principal, Session> sessions = [];
    private readonly Browser browser;
    private readonly bool https;
    private DbConnection? watch;

    private SecurityGround(SeededDatabase seeded, TestDatabase database, Browser browser, bool https) =>
        (Seeded, Database, this.browser, this.https) = (seeded, database, browser, https);

    public SeededDatabase Seeded { get; }

    public TestDatabase Database { get; }

    public TestClock Clock { get; } = new();

    public IReadOnlyList<ProductRoute> Routes { get; private set; } = [];

    public IServiceProvider Services => browser.Services;

    public static async Task<SecurityGround> StartAsync(
        DatabaseKind kind, Action<IServiceCollection>? services = null, IInterceptor? interceptor = null, bool https = false, bool kestrel = false)
    {
        var seeded = await SeededDatabase.OfAsync(kind);
        var database = new TestDatabase(kind, seeded.Database);
        var ground = new SecurityGround(seeded, database, Browser.Start(database, new TestClock(), Quiet, https, kestrel), https);
        _ = ground.browser.Bare();
        ground.Routes = ProductRoute.Of(ground.Services);
        return ground;

        // Thousands of requests that are meant to be refused say nothing in the log of the test run.
        void Quiet(IServiceCollection s)
        {
            s.AddLogging(l => l.ClearProviders());
            services?.Invoke(s);
            if (interceptor is not null)
            {
                var options = new DbContextOptionsBuilder<YipanqiDb>(database.Options).AddInterceptors(interceptor).Options;
                s.AddSingleton(options).AddSingleton<DbContextOptions>(options).AddSingleton(new UnitOfWork(options, kind));
            }
        }
    }

    /// <summary>The route that answers the address; null for files and what is not there.</summary>
    public ProductRoute? RouteOf(string address)
    {
        var path = address.Split('?', '#')[0];
        return Routes.Select(r => (Route: r, Fit: r.Match(path))).Where(r => r.Fit >= 0).OrderByDescending(r => r.Fit).FirstOrDefault().Route;
    }

    public SecurityTenant TenantOf(Principal principal) => principal.Tenant == 'B' ? Seeded.B : Seeded.A;

    /// <summary>The principal's session, opened on first use. Made directly, since how one signs in is another test's matter.</summary>
    public async Task<Session> SessionAsync(Principal principal)
    {
        if (!sessions.TryGetValue(principal, out var session))
        {
            sessions[principal] = session = await NewSessionAsync(principal);
        }

        return session;
    }

    /// <summary>Another session of the same principal.</summary>
    public async Task<Session> NewSessionAsync(Principal principal)
    {
        var session = new Session(principal, browser.Bare(https ? "https" : "http"));
        if (principal.IsSignedIn)
        {
            var (name, value) = SignInCookie(TenantOf(principal).People[principal].Account);
            session.Keep(name, value);
        }

        await session.OpenAsync();
        return session;
    }

    /// <summary>Rises with every change that anyone commits: on PostgreSQL to any database of the server, so that it may rise for nothing.</summary>
    public long DataVersion()
    {
        var isSqlite = Database.Kind == DatabaseKind.Sqlite;
        if (watch is null)
        {
            watch = isSqlite ? new SqliteConnection(Database.ConnectionString + ";Pooling=false") : new NpgsqlConnection(Database.OwnerConnectionString + ";Pooling=false");
            watch.Open();
        }

        using var command = watch.CreateCommand();
        command.CommandText = isSqlite ? "PRAGMA data_version" : "SELECT txid_snapshot_xmax(txid_current_snapshot())";
        return (long)command.ExecuteScalar()!;
    }

    public RowPrints Prints() => RowPrints.Take(Database, Untold);

    public void Dispose()
    {
        watch?.Dispose();
        browser.Dispose();
        Database.Dispose();
    }

    // Keys that protect cookies are made when first needed, by whoever asks first; sent forms are remembered beside what they change;
    // a guess at a secret is counted before anything comes of it.
    private static readonly string[] Untold = ["data_protection_key", "sent_form", "guess_count"];

    private (string Name, string Value) SignInCookie(Account account)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var user = new AccountClaims(account.Id, account.DomainId, account.SecurityStamp!, Clock.UtcNow).ToPrincipal(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddMinutes(20) };
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(new AuthenticationTicket(user, properties, IdentityConstants.ApplicationScheme)));
    }
}
