using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The part of the two trees that a change of some units' observations reaches: those units and all above them, what stands right below
/// these, the organisations linked to them, and what those are linked to.
/// </summary>
/// <param name="Changed">Places whose figures may have changed.</param>
/// <param name="Subjects">Places of the assessed organisations whose inputs may have changed.</param>
internal sealed record LiveScope(UnitForest Forest, IReadOnlySet<int> Changed, IReadOnlyList<int> Subjects)
{
    public static async Task<LiveScope> LoadAsync(YipanqiDb db, Quarter quarter, IReadOnlyCollection<Guid> units, CancellationToken cancellation)
    {
        var paths = await db.Set<Unit>().Where(u => units.Contains(u.Id)).Select(u => u.Path).ToListAsync(cancellation);
        var above = paths.SelectMany(FigureMaking.ScopesOf).Distinct().ToList();
        var changed = await UnitForest.AtEndOf(db.Set<Unit>().Where(u => above.Contains(u.Path)), quarter).ToListAsync(cancellation);
        var changedIds = changed.Select(u => u.Id).ToList();
        var near = await PairsAsync(db, changedIds, cancellation);
        var linked = near.SelectMany(l => new[] { l.PartyUnitId, l.AdministrativeUnitId }).Except(changedIds).ToList();
        var below = await UnitForest.AtEndOf(db.Set<Unit>().Where(u => (u.ParentId != null && changedIds.Contains(u.ParentId.Value)) || linked.Contains(u.Id)), quarter).ToListAsync(cancellation);
        var linkedSubjects = below.Where(u => u.IsAssessed && linked.Contains(u.Id)).Select(u => u.Id).ToList();
        var pairs = await PairsAsync(db, [.. linkedSubjects, .. changed.Where(u => u.IsAssessed).Select(u => u.Id)], cancellation);
        var known = changed.Concat(below).Select(u => u.Id).ToHashSet();
        var roots = pairs.SelectMany(l => new[] { l.PartyUnitId, l.AdministrativeUnitId }).Where(id => !known.Contains(id)).Distinct().ToList();
        var others = await UnitForest.AtEndOf(db.Set<Unit>().Where(u => roots.Contains(u.Id)), quarter).ToListAsync(cancellation);
        var all = changed.Concat(below).Concat(others).DistinctBy(u => u.Id).OrderBy(u => u.Path, StringComparer.Ordinal).ToList();
        var links = near.Concat(pairs).Select(l => (l.PartyUnitId, l.AdministrativeUnitId)).Distinct().ToList();
        var forest = UnitForest.Of(all, links);
        var subjects = changed.Where(u => u.IsAssessed).Select(u => u.Id).Concat(linkedSubjects).Select(id => forest.Find(id)!.Value).Distinct();
        return new(forest, changedIds.Select(id => forest.Find(id)!.Value).ToHashSet(), [.. subjects.OrderBy(s => forest.Units[s].Code, StringComparer.Ordinal)]);
    }

    private static async Task<List<UnitLink>> PairsAsync(YipanqiDb db, IReadOnlyCollection<Guid> units, CancellationToken cancellation) =>
        await db.Set<UnitLink>().AsNoTracking().Where(l => units.Contains(l.PartyUnitId) || units.Contains(l.AdministrativeUnitId)).ToListAsync(cancellation);
}
