using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

/// <summary>What holds for every address of the product, taken from its own route table, so that a new page is covered by being there.</summary>
public abstract class RouteTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private readonly TestDatabase database = new(kind);
    private Committee committee = default!;
    private Browser browser = default!;

    public async Task InitializeAsync()
    {
        committee = await Committee.FoundAsync(database, clock);
        browser = Browser.Start(database, clock);
    }

    [Fact]
    public async Task Are_closed_to_strangers_unless_open_to_all()
    {
        var leaks = new List<string>();
        foreach (var (path, open) in Paths())
        {
            using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            var toSignIn = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/sign-in");
            if (!open && !toSignIn && response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            {
                leaks.Add($"{path} → {(int)response.StatusCode}");
            }
        }

        leaks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_nothing_when_a_form_comes_without_its_token()
    {
        await browser.SignInAsync();
        var before = await EntriesAsync();
        var accepted = new List<string>();
        foreach (var (path, _) in Paths())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", "x"), new("to", "dark")]) };
            request.Headers.Add("Origin", "https://elsewhere.example");
            using var response = await browser.SendAsync(request);
            var denied = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/denied");
            if (!denied && (int)response.StatusCode is not (>= 400 and < 500))
            {
                accepted.Add($"{path} → {(int)response.StatusCode}");
            }
        }

        accepted.ShouldBeEmpty();
        (await EntriesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Change_nothing_by_being_read()
    {
        await browser.SignInAsync();
        var before = await EntriesAsync();

        foreach (var (path, _) in Paths())
        {
            using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            ((int)response.StatusCode).ShouldBeLessThan(500, path);
        }

        (await EntriesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Carry_every_header_that_protects_a_page()
    {
        await browser.SignInAsync();
        foreach (var (path, _) in Paths())
        {
            using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);

            headers["Content-Security-Policy"].ShouldNotContain("unsafe", customMessage: path);
            headers["X-Content-Type-Options"].ShouldBe("nosniff", path);
            headers["X-Frame-Options"].ShouldBe("DENY", path);
            headers["Referrer-Policy"].ShouldBe("same-origin", path);
            headers["Cache-Control"].ShouldContain("no-store", customMessage: path);
            headers.ShouldNotContainKey("Server");
        }
    }

    [Fact]
    public async Task Would_find_a_change_made_without_a_token()
    {
        var before = await EntriesAsync();

        await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", "试一试").SendAsync();

        (await EntriesAsync()).ShouldBe(before + 1);
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        database.Dispose();
        return Task.CompletedTask;
    }

    // Every route, its parameters filled with an id of nothing; files of the look left out.
    private IEnumerable<(string Path, bool Open)> Paths() =>
        browser.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)) && !e.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal))
            .Select(e => (Filled(e), e.Metadata.GetMetadata<IAllowAnonymous>() is not null)).Distinct();

    private static string Filled(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => Guid.Empty.ToString(),
        }))));

    private Task<int> EntriesAsync() =>
        database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(), default);
}

[Trait("Category", "Security")]
public sealed class SqliteRouteTests() : RouteTests(DatabaseKind.Sqlite);

[Trait("Category", "Security")]
public sealed class PostgreSqlRouteTests() : RouteTests(DatabaseKind.PostgreSql);
