namespace Yipanqi.Web.Database;

/// <summary>One page of a list, and how many rows there are as far as counting went.</summary>
/// <param name="Page">The page shown: the one asked for, or the last there is.</param>
/// <param name="Counted">All rows of the list, or as many as were counted where <paramref name="IsMore"/>.</param>
/// <param name="IsMore">There are more rows than were counted.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Page, int Counted, bool IsMore)
{
    public static readonly ListPage<T> Empty = new([], 1, 0, false);
}
