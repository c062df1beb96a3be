using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Database;

/// <summary>
/// Reads one page of a long list. Rows are counted up to a limit only: an exact count of 100,000 rows costs eight times the page itself.
/// </summary>
public static class Listing
{
    public const int RowsAPage = 50;

    /// <summary>Where counting stops; 20 pages.</summary>
    public const int CountedAtMost = 1000;

    /// <summary>Reads the page asked for, at most three commands: a short list needs one, since its end is seen, and one known to be long is not counted again.</summary>
    /// <param name="matching">The rows of the list, in no order.</param>
    /// <param name="order">Puts them in an order that an index serves and that leaves no two rows equal.</param>
    /// <param name="project">What the page shows of the fifty rows.</param>
    public static async Task<ListPage<T>> PageAsync<TRow, T>(
        this IQueryable<TRow> matching, int page, Func<IQueryable<TRow>, IQueryable<TRow>> order, Func<IQueryable<TRow>, IQueryable<T>> project, CancellationToken cancellation)
    {
        page = Math.Max(1, page);
        var rows = await RowsAsync(page);
        if (rows.Count <= RowsAPage && (rows.Count > 0 || page == 1))
        {
            return new(rows, page, ((page - 1) * RowsAPage) + rows.Count, false);
        }

        var limit = Math.Max(CountedAtMost, page * RowsAPage);
        // A page past the end tells that what is known of the list no longer holds.
        var counted = rows.Count == 0 ? await matching.Take(limit + 1).CountAsync(cancellation) : await KeptCounts.CountAsync(matching, limit, cancellation);
        if (rows.Count == 0)
        {
            page = Math.Max(1, (counted + RowsAPage - 1) / RowsAPage);
            rows = await RowsAsync(page);
        }

        return new([.. rows.Take(RowsAPage)], page, Math.Min(counted, limit), counted > limit);

        Task<List<T>> RowsAsync(int at) => project(order(matching).Skip((at - 1) * RowsAPage).Take(RowsAPage + 1)).ToListAsync(cancellation);
    }
}
