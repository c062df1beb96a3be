using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>Every address of the product asks for a permission, or stands in the list of those that need none, with its reason.</summary>
public sealed class EndpointTests : IDisposable
{
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/sign-in"] = "where one signs in",
        ["/sign-out"] = "ends a session; its token is checked",
        ["/setup"] = "asks for the one-time secret",
        ["/setup/done"] = "shows what the set-up handed on in a protected cookie, once",
        ["/complaints/new"] = "anyone may complain",
        ["/health/live"] = "for the watchdog",
        ["/health/ready"] = "for the watchdog",
        ["/shell/theme"] = "sets a cookie of looks",
        ["/shell/language"] = "sets a cookie of language",
        ["/not-found"] = "the page for what is not there",
        ["/error"] = "the page for failures",
        ["/api/v1/tasks"] = "asks for the token of a business system: ConnectorGate",
        ["/api/v1/openapi.json"] = "the description of the interface, without data",
        ["/styleguide"] = "components with made-up content, answered in development alone",
        ["/styleguide/gate"] = "the same",
    };

    private static readonly Dictionary<string, string> SignedIn = new()
    {
        ["/denied"] = "says that a permission lacks",
        ["/account"] = "one's own account",
        ["/account/secret"] = "one's own secret, where it is due",
        ["/imports"] = "lists the imports one has a permission for",
        ["/imports/{Target}"] = "each target asks for its own permission, checked by the use case",
        ["/imports/{target}/template"] = "the same",
        ["/imports/{Draft:guid}/columns"] = "a draft is its uploader's own",
        ["/imports/{Draft:guid}/check"] = "the same",
        ["/imports/{Draft:guid}/done"] = "the same",
        ["/imports/{draft:guid}/annotated"] = "the same",
        ["/lists/columns"] = "one's own columns",
        ["/lists/views"] = "one's own saved views",
        ["/lists/views/change"] = "the same",
        ["/undo"] = "one's own changes; each kind asks for its permission again",
        ["/progress"] = "one's own long work",
        ["/progress/{Id:guid}"] = "the same",
        ["/progress/{id:guid}/stream"] = "the same",
        ["/_framework/opaque-redirect"] = "of the framework; redirects to a protected address",
        ["/{**path:file}"] = "files that are not there",
    };

    private readonly string data = Directory.CreateTempSubdirectory("yipanqi-").FullName;

    [Fact]
    public void Ask_for_a_permission_or_are_listed_as_open()
    {
        using var factory = Host();
        var routes = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsAsset(e)).ToList();

        var unlisted = routes.Where(e => Needs(e) is null && !Open.ContainsKey(Path(e)) && !SignedIn.ContainsKey(Path(e))).Select(Path).Distinct().ToList();
        var wronglyOpen = routes.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !Open.ContainsKey(Path(e))).Select(Path).ToList();

        unlisted.ShouldBeEmpty();
        wronglyOpen.ShouldBeEmpty();
        routes.Count.ShouldBeGreaterThan(10);
        Open.Keys.Except(routes.Select(Path)).ShouldBeEmpty("listed as open but not there");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private WebApplicationFactory<Program> Host() => new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
    {
        b.UseSetting("data", data);
        b.UseSetting("Logging:LogLevel:Default", "Error");
    });

    private static NeedsAttribute? Needs(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<NeedsAttribute>();

    private static string Path(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));
}
