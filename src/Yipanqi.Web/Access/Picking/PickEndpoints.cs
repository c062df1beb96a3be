using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>What the pickers offer while one types, as <see cref="Suggestion"/>; limited to where the form's permission holds.</summary>
public static class PickEndpoints
{
    public const int Offered = 12;

    public static void MapPickers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/choose/unit/suggest", [Needs(Permission.ViewUnits)] async (HttpContext http, string? q, string? may, string? track, UnitChoices units, CancellationToken cancellation) =>
        {
            var hits = await units.FindAsync(http.Actor(), Asked(may, track), SearchWords.Of(q), Offered, cancellation);
            return Json(http, hits);
        });
        routes.MapGet("/choose/person/suggest", [Needs(Permission.ViewPeople)] async (HttpContext http, string? q, string? may, PersonChoices people, CancellationToken cancellation) =>
        {
            var hits = await people.FindAsync(http.Actor(), MayOf(may), SearchWords.Of(q), Offered, cancellation);
            return Json(http, hits);
        });
    }

    internal static UnitChoices.Asked Asked(string? may, string? track) =>
        new(MayOf(may), Enum.TryParse<Track>(track, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null);

    internal static Permission? MayOf(string? may) => Enum.TryParse<Permission>(may, out var known) && Enum.IsDefined(known) ? known : null;

    private static IResult Json(HttpContext http, IEnumerable<SearchHit> hits)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(hits.Select(h => new Suggestion(h.Title, h.Code, h.Note, Id: h.Id)));
    }
}
