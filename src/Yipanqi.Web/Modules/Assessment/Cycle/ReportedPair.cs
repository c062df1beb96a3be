using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// That an organisation has something for an item: a figure or a reason by a unit of its own subtree or of a linked one, or a self-report
/// that waits for review. Found by the database in one set operation; whether two thirds reported is the run's to say.
/// </summary>
internal sealed class ReportedPair
{
    public required Guid UnitId { get; init; }

    public required string ItemCode { get; init; }

    /// <summary>Distinct pairs of these organisations, of the items named.</summary>
    public static IQueryable<ReportedPair> Of(YipanqiDb db, IQueryable<Unit> organisations, int quarterKey, IReadOnlyList<string> items)
    {
        var reported =
            from top in Tops(db, organisations)
            from unit in db.Set<Unit>()
            where string.Compare(unit.Path, top.Path) >= 0 && string.Compare(unit.Path, top.Path.Substring(0, top.Path.Length - 1) + "/") < 0
            join o in db.Set<Observation>() on new { unit.TenantId, UnitId = unit.Id } equals new { o.TenantId, o.UnitId }
            where o.QuarterKey == quarterKey && o.Absence != AbsenceReason.NotReported && items.Contains(o.ItemCode)
            select new ReportedPair { UnitId = top.UnitId, ItemCode = o.ItemCode };
        var waiting =
            from unit in organisations
            join f in db.Set<ManualFigure>() on new { unit.TenantId, UnitId = unit.Id } equals new { f.TenantId, f.UnitId }
            where f.QuarterKey == quarterKey && f.State == ManualState.Entered && items.Contains(f.ItemCode)
            select new ReportedPair { UnitId = unit.Id, ItemCode = f.ItemCode };
        return reported.Union(waiting);
    }

    /// <summary>How many records there are for each item in the subtrees one organisation's figures may come from.</summary>
    public static IQueryable<ItemCount> Counts(YipanqiDb db, Guid unitId, int quarterKey) =>
        from top in Tops(db, db.Set<Unit>().Where(u => u.Id == unitId))
        from unit in db.Set<Unit>()
        where string.Compare(unit.Path, top.Path) >= 0 && string.Compare(unit.Path, top.Path.Substring(0, top.Path.Length - 1) + "/") < 0
        join o in db.Set<Observation>() on new { unit.TenantId, UnitId = unit.Id } equals new { o.TenantId, o.UnitId }
        where o.QuarterKey == quarterKey && o.Absence != AbsenceReason.NotReported
        group o by o.ItemCode into g
        select new ItemCount { ItemCode = g.Key, Count = g.Count() };

    // The subtrees an organisation's figures may come from: its own, and those of the units it is linked to, either way round.
    private static IQueryable<Top> Tops(YipanqiDb db, IQueryable<Unit> organisations)
    {
        var own = organisations.Select(u => new Top { UnitId = u.Id, Path = u.Path });
        var administrative =
            from u in organisations
            join l in db.Set<UnitLink>() on new { u.TenantId, u.Id } equals new { l.TenantId, Id = l.PartyUnitId }
            join linked in db.Set<Unit>() on new { l.TenantId, Id = l.AdministrativeUnitId } equals new { linked.TenantId, linked.Id }
            select new Top { UnitId = u.Id, Path = linked.Path };
        var party =
            from u in organisations
            join l in db.Set<UnitLink>() on new { u.TenantId, u.Id } equals new { l.TenantId, Id = l.AdministrativeUnitId }
            join linked in db.Set<Unit>() on new { l.TenantId, Id = l.PartyUnitId } equals new { linked.TenantId, linked.Id }
            select new Top { UnitId = u.Id, Path = linked.Path };
        return own.Concat(administrative).Concat(party);
    }

    public sealed class ItemCount
    {
        public required string ItemCode { get; init; }

        public required int Count { get; init; }
    }

    private sealed class Top
    {
        public required Guid UnitId { get; init; }

        public required string Path { get; init; }
    }
}
