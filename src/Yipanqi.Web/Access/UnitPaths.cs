using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Set operations on the paths of the tree, inside the save of the use case that moves units.</summary>
public static class UnitPaths
{
    /// <summary>Units that exist today: what may be chosen, listed and changed.</summary>
    public static IQueryable<Unit> Open(this IQueryable<Unit> units) => units.Where(u => u.ClosedDay == null);

    /// <summary>Carries all that stands in these subtrees from one place to another: one statement, however many there are.</summary>
    /// <param name="tops">Paths of the subtrees, each beginning with <paramref name="from"/>.</param>
    public static Task<int> CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation)
    {
        var (length, deeper) = (from.Length, Unit.DepthOf(to) - Unit.DepthOf(from));
        return db.Set<Unit>().Within(tops, u => u.Path)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Path, u => to + u.Path.Substring(length)).SetProperty(u => u.Depth, u => u.Depth + deeper), cancellation);
    }
}
