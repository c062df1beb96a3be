using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Tables;

/// <summary>Which rows of a list a page shows. The page asked for is cut to those that exist.</summary>
public sealed class Paging
{
    public const int RowsAPage = Listing.RowsAPage;

    /// <param name="isMore">There are more rows than <paramref name="total"/>, which is where counting stopped.</param>
    public Paging(int total, int page, int size = RowsAPage, bool isMore = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Total = total;
        Size = size;
        IsMore = isMore;
        Pages = Math.Max(1, (total + size - 1) / size) + (isMore ? 1 : 0);
        Page = Math.Clamp(page, 1, Pages);
    }

    public static Paging Of<T>(ListPage<T> list) => new(list.Counted, list.Page, isMore: list.IsMore);

    public int Total { get; }

    /// <summary>Written as "1,000+".</summary>
    public bool IsMore { get; }
    public int Size { get; }
    public int Pages { get; }
    public int Page { get; }
    public int Skip => (Page - 1) * Size;

    /// <summary>Number of the first row shown, from 1; 0 when there is none.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Total, Skip + Size);

    /// <summary>Page numbers to offer: the first, the last and those near this one; null stands for a gap.</summary>
    public IReadOnlyList<int?> Offered
    {
        get
        {
            var near = Enumerable.Range(1, Pages).Where(p => p == 1 || (p == Pages && !IsMore) || Math.Abs(p - Page) <= 1).ToList();
            var offered = new List<int?>();
            foreach (var page in near)
            {
                if (offered.Count > 0 && offered[^1] is { } before && page - before > 1)
                {
                    offered.Add(page - before == 2 ? page - 1 : null);
                }

                offered.Add(page);
            }

            return offered;
        }
    }
}
