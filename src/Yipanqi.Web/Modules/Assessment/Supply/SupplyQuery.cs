using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Supplied items of a quarter with their signatures, and the sheet of one item. Counts and one page of rows, never all.</summary>
public sealed class SupplyQuery(UnitOfWork unitOfWork)
{
    public sealed record Item(string Code, string Name, string Definition, string Supplier, bool IsSigned, string Statement, string SignedBy, DateTime? SignedUtc, string Withdrawal, int Figures);

    public sealed record Line(Guid UnitId, string Code, string ShortName, string Figure);

    /// <param name="All">Those of the actor's own unit.</param>
    /// <param name="WithoutUnit">Items of which nobody knows yet who supplies them.</param>
    public sealed record Items(Quarter Quarter, QuarterState State, DateOnly? CollectUntil, int Organisations, IReadOnlyList<Item> All, IReadOnlyList<ItemName> WithoutUnit);

    public sealed record Sheet(Items Of, Item Item, IReadOnlyList<Line> Lines, int Total);

    public Task<Items> AllAsync(Actor actor, Quarter quarter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => ItemsAsync(db, actor, quarter, cancellation), cancellation);

    /// <summary>Null where the item is not supplied in this quarter, or not by the actor's unit.</summary>
    public Task<Sheet?> FindAsync(Actor actor, Quarter quarter, string itemCode, string? name, int skip, int take, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var items = await ItemsAsync(db, actor, quarter, cancellation);
            if (items.All.FirstOrDefault(i => i.Code == itemCode) is not { } item)
            {
                return null;
            }

            var key = quarter.Key;
            var units = db.Supplied().Where(u => string.IsNullOrEmpty(name) || u.ShortName.Contains(name) || u.Code == name);
            var total = await units.CountAsync(cancellation);
            var lines = await units.OrderBy(u => u.Code).Skip(skip).Take(take)
                .Select(u => new Line(
                    u.Id, u.Code, u.ShortName,
                    db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == itemCode && f.UnitId == u.Id).Select(f => f.Figure).FirstOrDefault() ?? ""))
                .ToListAsync(cancellation);
            return new Sheet(items, item, lines, total);
        },
        cancellation);

    private static async Task<Items> ItemsAsync(YipanqiDb db, Actor actor, Quarter quarter, CancellationToken cancellation)
    {
        var cycle = await db.CycleOfAsync(quarter, cancellation);
        var supplied = actor.Can(Permission.SupplyObservations) ? (await db.DefinitionOfAsync(cycle, cancellation))?.Nodes.Where(n => n.IsSupplied()).ToList() ?? [] : [];
        var suppliers = await db.SuppliersAsync(supplied, cancellation);
        var without = supplied.Where(n => !suppliers.ContainsKey(n.Code)).Select(n => new ItemName(n.Code, n.Name)).ToList();
        var nodes = supplied.FindAll(n => actor.SuppliesFor(suppliers.GetValueOrDefault(n.Code)));
        if (nodes.Count == 0)
        {
            return new Items(quarter, cycle?.State ?? QuarterState.NotOpened, cycle?.CollectUntil, 0, [], without);
        }

        var key = quarter.Key;
        var sheets = await db.Set<SupplySheet>().Where(s => s.QuarterKey == key).ToDictionaryAsync(s => s.ItemCode, cancellation);
        var codes = nodes.ConvertAll(n => n.Code);
        var counts = await db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && codes.Contains(f.ItemCode))
            .GroupBy(f => f.ItemCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var names = await PersonNames.LoadAsync(db, sheets.Values.Select(s => s.SignedBy), cancellation);
        return new Items(
            quarter, cycle!.State, cycle.CollectUntil, await db.Supplied().CountAsync(cancellation),
            nodes.ConvertAll(n => ItemOf(n, sheets.GetValueOrDefault(n.Code), counts.GetValueOrDefault(n.Code), names)), without);
    }

    private static Item ItemOf(SchemeNode node, SupplySheet? sheet, int figures, PersonNames names) => new(
        node.Code, node.Name, node.Item!.Definition, node.Item.Supplier!, sheet?.IsSigned == true, sheet?.Statement ?? "", names.Of(sheet?.SignedBy), sheet?.SignedUtc,
        sheet?.Withdrawal ?? "", figures);
}
