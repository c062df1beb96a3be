using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Which unit supplies an item: the one chosen in the scheme, else the only one there is with the text of the scheme as its code or name.
/// Who has a post as supplier in that very unit works on the item's sheets, nobody else (docs/decisions/0151).
/// </summary>
internal static class SupplyUnits
{
    internal sealed record Supplier(Guid Id, string Code, string Name, string ShortName, string Path);

    /// <summary>By the code of the item; an item whose unit is not known, or is closed, is left out. One command by the ids, one more where some have none of here.</summary>
    public static async Task<IReadOnlyDictionary<string, Supplier>> SuppliersAsync(this YipanqiDb db, IEnumerable<SchemeNode> nodes, CancellationToken cancellation)
    {
        var supplied = nodes.Where(n => n.IsSupplied()).ToList();
        var ids = supplied.Select(n => n.Item!.SupplierId).OfType<Guid>().Distinct().ToArray();
        var chosen = ids.Length == 0 ? [] : await Units(db.Set<Unit>().Where(u => EF.Parameter(ids).Contains(u.Id))).ToDictionaryAsync(u => u.Id, cancellation);
        var texts = supplied.Where(n => !chosen.ContainsKey(n.Item!.SupplierId ?? Guid.Empty)).Select(n => n.Item!.Supplier!).Distinct().ToArray();
        var named = texts.Length == 0 ? [] : await Units(
            db.Set<Unit>().Where(u => EF.Parameter(texts).Contains(u.Code) || EF.Parameter(texts).Contains(u.Name) || EF.Parameter(texts).Contains(u.ShortName))).ToListAsync(cancellation);
        return supplied.Select(n => (n.Code, Unit: chosen.GetValueOrDefault(n.Item!.SupplierId ?? Guid.Empty) ?? NamedBy(n.Item!.Supplier!, named)))
            .Where(p => p.Unit is not null).ToDictionary(p => p.Code, p => p.Unit!);
    }

    /// <summary>Whether the actor has a post as supplier in this unit; one above it or below it is another unit.</summary>
    public static bool SuppliesFor(this Actor actor, Supplier? unit) =>
        unit is not null && actor.Grants.Any(g => g.Path == unit.Path && g.Permissions.HasFlag(Permission.SupplyObservations));

    private static IQueryable<Supplier> Units(IQueryable<Unit> units) => units.Open().Select(u => new Supplier(u.Id, u.Code, u.Name, u.ShortName, u.Path));

    private static Supplier? NamedBy(string text, List<Supplier> units)
    {
        var named = units.FindAll(u => u.Name == text || u.ShortName == text);
        return units.Find(u => u.Code == text) ?? (named.Count == 1 ? named[0] : null);
    }
}
