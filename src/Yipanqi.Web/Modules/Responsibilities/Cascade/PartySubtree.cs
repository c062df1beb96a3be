using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>A Party organisation with all below it, and the units linked to it with all below them: there its Party group has its duties.</summary>
internal static class PartySubtree
{
    public static async Task<IReadOnlyList<string>> PathsAsync(YipanqiDb db, Unit unit, CancellationToken cancellation)
    {
        var id = unit.Id;
        var linked = await db.Set<UnitLink>().Where(l => l.PartyUnitId == id).Join(db.Set<Unit>(), l => new { l.TenantId, Id = l.AdministrativeUnitId }, u => new { u.TenantId, u.Id }, (_, u) => u.Path).ToListAsync(cancellation);
        return [unit.Path, .. linked];
    }

    /// <summary>The obligations of these units.</summary>
    public static IQueryable<Obligation> Below(this IQueryable<Obligation> rows, YipanqiDb db, IReadOnlyList<string> paths)
    {
        var units = db.Set<Unit>().Within(paths, u => u.Path);
        return rows.Where(o => units.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId));
    }
}
