using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Set operations on the paths of the tree, inside the save of the use case that moves units.</summary>
public static class UnitPaths
{
    /// <summary>Units that exist today: what may be chosen, listed and changed.</summary>
    public static IQueryable<Unit> Open(this IQueryable<Unit> units) => units.Where(u => u.ClosedDay == null);

    /// <summary>Carries all that stands in these subtrees from one place to another: one statement, however many there are; one more for each level where the depth changes.</summary>
    /// <param name="tops">Paths of the subtrees, each beginning with <paramref name="from"/>.</param>
    public static async Task<int> CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation)
    {
        var (length, deeper) = (from.Length, Unit.DepthOf(to) - Unit.DepthOf(from));
        var carried = await db.Set<Unit>().Within(tops, u => u.Path)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Path, u => to + u.Path.Substring(length)).SetProperty(u => u.Depth, u => u.Depth + deeper), cancellation);
        if (deeper != 0)
        {
            await SinkTermsAsync(db, db.Set<Unit>().Within([.. tops.Select(t => to + t[length..])], u => u.Path), cancellation);
        }

        return carried;
    }

    // The depth is the second and third sign of a unit's place in the list.
    private static async Task SinkTermsAsync(YipanqiDb db, IQueryable<Unit> carried, CancellationToken cancellation)
    {
        var sunk = await carried.Select(u => new { u.Id, u.Depth }).ToListAsync(cancellation);
        foreach (var level in sunk.GroupBy(u => u.Depth, u => u.Id))
        {
            // By their ids: a database that has not yet counted what was just added joins thousands with thousands.
            var (ids, sign) = (level.ToArray(), level.Key.ToString("00", CultureInfo.InvariantCulture));
            await db.Set<SearchTerm>().Where(t => t.Kind == SearchKind.Unit && EF.Parameter(ids).Contains(t.SubjectId))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.ListKey, t => t.ListKey.Substring(0, 1) + sign + t.ListKey.Substring(3)), cancellation);
        }
    }
}
