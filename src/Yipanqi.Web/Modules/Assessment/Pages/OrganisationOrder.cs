namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Orders a list of organisations by a column; those without a figure stand last in either direction.</summary>
public static class OrganisationOrder
{
    public static IReadOnlyList<BoardOrganisation> By(this IReadOnlyList<BoardOrganisation> rows, string? key, bool descending) => key switch
    {
        "name" => descending ? [.. rows.OrderByDescending(o => o.ShortName, StringComparer.Ordinal)] : [.. rows.OrderBy(o => o.ShortName, StringComparer.Ordinal)],
        "index" => Sorted(rows, o => o.Index, descending),
        "change" => Sorted(rows, o => o.IndexChange, descending),
        "party" => Sorted(rows, o => o.Party, descending),
        "business" => Sorted(rows, o => o.Business, descending),
        "gap" => Sorted(rows, o => o.Gap, descending),
        "d" => Sorted(rows, o => o.D, descending),
        "rank" => Sorted(rows, o => o.Rank, descending),
        "missing" => Sorted(rows, o => o.NotReported, descending),
        _ => [.. (descending ? rows.OrderByDescending(o => o.Level.Place()) : rows.OrderBy(o => o.Level.Place())).ThenBy(o => o.Index)],
    };

    private static IReadOnlyList<BoardOrganisation> Sorted(IReadOnlyList<BoardOrganisation> rows, Func<BoardOrganisation, double?> figure, bool descending)
    {
        var known = rows.OrderBy(o => figure(o) is null);
        return descending ? [.. known.ThenByDescending(figure)] : [.. known.ThenBy(figure)];
    }
}
