using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Supplied items of a quarter with their signatures, and the sheet of one item. Counts and one page of rows, never all.</summary>
public sealed class SupplyQuery(UnitOfWork unitOfWork)
{
    public sealed record Item(string Code, string Name, string Definition, string Supplier, bool IsSigned, string Statement, string SignedBy, DateTime? SignedUtc, string Withdrawal, int Figures);

    public sealed record Line(Guid UnitId, string Code, string ShortName, string Figure);

    /// <param name="All">Those of the actor's own unit.</param>
    /// <param name="WithoutUnit">Items of which nobody knows yet who supplies them.</param>
    public sealed record Items(Quarter Quarter, QuarterState State, DateOnly? CollectUntil, int Organisations, IReadOnlyList<Item> All, IReadOnlyList<ItemName> WithoutUnit);

    /// <summary>The most that <see cref="Items.Organisations"/> and <see cref="Item.Figures"/> say; more is told as one more.</summary>
    public const int CountedAtMost = Listing.CountedAtMost;

    public sealed record Sheet(Items Of, Item Item, ListPage<Line> List)
    {
        public IReadOnlyList<Line> Lines => List.Rows;
    }

    /// <param name="waitingOnly">Only what waits for a signature, see <see cref="WaitingAsync"/>.</param>
    public Task<Items> AllAsync(Actor actor, Quarter quarter, bool waitingOnly, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var items = await ItemsAsync(db, actor, quarter, cancellation);
            return waitingOnly ? items with { All = [.. items.All.Where(i => IsWaiting(actor, quarter, items.State, i.IsSigned))] } : items;
        },
        cancellation);

    /// <summary>Null where the item is not supplied in this quarter, or not by the actor's unit.</summary>
    public Task<Sheet?> FindAsync(Actor actor, Quarter quarter, string itemCode, string? name, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var items = await ItemsAsync(db, actor, quarter, cancellation);
            if (items.All.FirstOrDefault(i => i.Code == itemCode) is not { } item)
            {
                return null;
            }

            var key = quarter.Key;
            var units = string.IsNullOrWhiteSpace(name) ? db.Supplied() : db.Supplied().FoundBy(db, SearchKind.Unit, name, u => u.Id);
            var lines = await units.PageAsync(
                page, rows => rows.OrderBy(u => u.Code),
                rows => rows.Select(u => new Line(
                    u.Id, u.Code, u.ShortName,
                    db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == itemCode && f.UnitId == u.Id).Select(f => f.Figure).FirstOrDefault() ?? "")),
                cancellation);
            return new Sheet(items, item, lines);
        },
        cancellation);

    /// <summary>Items of the actor's unit that nobody has signed, while figures are taken from it. The list and the count beside the menu ask this.</summary>
    internal static async Task<List<SchemeNode>> WaitingAsync(YipanqiDb db, Actor actor, QuarterCycle cycle, CancellationToken cancellation)
    {
        if (!IsWaiting(actor, cycle.Quarter, cycle.State, isSigned: false))
        {
            return [];
        }

        var nodes = (await db.DefinitionOfAsync(cycle, cancellation))!.Nodes;
        var suppliers = await db.SuppliersAsync(nodes, cancellation);
        var key = cycle.QuarterKey;
        var signed = await db.Set<SupplySheet>().Where(s => s.QuarterKey == key && s.IsSigned).Select(s => s.ItemCode).ToListAsync(cancellation);
        return [.. nodes.Where(n => actor.SuppliesFor(suppliers.GetValueOrDefault(n.Code)) && !signed.Contains(n.Code))];
    }

    private static bool IsWaiting(Actor actor, Quarter quarter, QuarterState state, bool isSigned) => !isSigned && FigureGate.Refuse(state, quarter, actor.Can(Permission.RunAssessment)) is null;

    // Counted up to a limit for each of the few items of one unit, in one command.
    private static Task<Dictionary<string, int>> CountsAsync(YipanqiDb db, int key, List<SchemeNode> nodes, CancellationToken cancellation) =>
        nodes.Select(n => n.Code)
            .Select(code => db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == code).Take(CountedAtMost + 1).GroupBy(f => f.ItemCode).Select(g => new { g.Key, Count = g.Count() }))
            .Aggregate((one, other) => one.Concat(other)).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

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
        var counts = await CountsAsync(db, key, nodes, cancellation);
        var names = await PersonNames.LoadAsync(db, sheets.Values.Select(s => s.SignedBy), cancellation);
        return new Items(
            quarter, cycle!.State, cycle.CollectUntil, await KeptCounts.CountAsync(db.Supplied(), CountedAtMost, cancellation),
            nodes.ConvertAll(n => ItemOf(n, sheets.GetValueOrDefault(n.Code), counts.GetValueOrDefault(n.Code), names)), without);
    }

    private static Item ItemOf(SchemeNode node, SupplySheet? sheet, int figures, PersonNames names) => new(
        node.Code, node.Name, node.Item!.Definition, node.Item.Supplier!, sheet?.IsSigned == true, sheet?.Statement ?? "", names.Of(sheet?.SignedBy), sheet?.SignedUtc,
        sheet?.Withdrawal ?? "", figures);
}
