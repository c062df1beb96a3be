using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A page of lines in the order of a column. Those without a figure stand last in either direction: they are read apart, when the others are used up.</summary>
internal static class OrganisationSort
{
    public static Task<List<BoardLine>> PageAsync(
        IQueryable<OrganisationScore> rows, string? key, bool descending, int skip, int take, CancellationToken cancellation) => key switch
        {
            "name" => Read(descending ? rows.OrderByDescending(s => s.Position) : rows.OrderBy(s => s.Position), skip, take, cancellation),
            "index" => ByFigureAsync(rows, s => s.IndexScore, s => s.IndexScore != null, s => s.IndexScore == null, descending, skip, take, cancellation),
            "change" => ByFigureAsync(rows, s => s.IndexChange, s => s.IndexChange != null, s => s.IndexChange == null, descending, skip, take, cancellation),
            "party" => ByFigureAsync(rows, s => s.PartyScore, s => s.PartyScore != null, s => s.PartyScore == null, descending, skip, take, cancellation),
            "business" => ByFigureAsync(rows, s => s.BusinessScore, s => s.BusinessScore != null, s => s.BusinessScore == null, descending, skip, take, cancellation),
            "gap" => ByFigureAsync(rows, s => s.Gap, s => s.Gap != null, s => s.Gap == null, descending, skip, take, cancellation),
            "d" => ByFigureAsync(rows, s => s.Coordination, s => s.Coordination != null, s => s.Coordination == null, descending, skip, take, cancellation),
            "rank" => ByFigureAsync(rows, s => s.Rank, s => s.Rank > 0, s => s.Rank <= 0, descending, skip, take, cancellation),
            "missing" => Read(
                descending ? rows.OrderByDescending(s => s.NotReported).ThenBy(s => s.Position) : rows.OrderBy(s => s.NotReported).ThenBy(s => s.Position), skip, take, cancellation),
            _ => Read(
                (descending ? rows.OrderByDescending(s => s.Severity) : rows.OrderBy(s => s.Severity)).ThenBy(s => s.IndexScore).ThenBy(s => s.Position), skip, take, cancellation),
        };

    private static async Task<List<BoardLine>> ByFigureAsync<T>(
        IQueryable<OrganisationScore> rows, Expression<Func<OrganisationScore, T>> figure, Expression<Func<OrganisationScore, bool>> known,
        Expression<Func<OrganisationScore, bool>> unknown, bool descending, int skip, int take, CancellationToken cancellation)
    {
        var present = rows.Where(known);
        var ordered = descending ? present.OrderByDescending(figure) : present.OrderBy(figure);
        var page = await Read(ordered.ThenBy(s => s.Position), skip, take, cancellation);
        if (page.Count < take)
        {
            var before = page.Count > 0 ? skip + page.Count : await present.CountAsync(cancellation);
            page.AddRange(await Read(rows.Where(unknown).OrderBy(s => s.Position), Math.Max(0, skip - before), take - page.Count, cancellation));
        }

        return page;
    }

    private static Task<List<BoardLine>> Read(IQueryable<OrganisationScore> ordered, int skip, int take, CancellationToken cancellation) =>
        ordered.Skip(skip).Take(take).Select(BoardLine.FromRow).ToListAsync(cancellation);
}
