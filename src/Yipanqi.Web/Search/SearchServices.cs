using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Search;

/// <summary>Search over everything a module registers an <see cref="IScopedSearch"/> for.</summary>
public static class SearchServices
{
    private const int Suggested = 5;
    private const int Candidates = 200;

    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<SearchQuery>().AddSingleton<FillTerms>();

    /// <summary>What the search field offers while one types: a few of each kind, as <see cref="Suggestion"/>.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Addresses.Search + "/suggest", [Needs(Permission.ViewUnits)] async (HttpContext http, string? q, SearchQuery search, Shell.Text.T t, CancellationToken cancellation) =>
        {
            var groups = await search.FindAsync(http.Actor(), SearchWords.Of(q), Candidates, cancellation);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(groups.SelectMany(g => g.Hits.Take(Suggested).Select(h => new Suggestion(h.Title, h.Code, h.Note, Group: t[g.Label], Href: h.Href))));
        });
}
