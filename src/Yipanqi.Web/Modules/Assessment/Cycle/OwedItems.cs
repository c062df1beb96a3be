using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one organisation still owes, told alike on its page, in the list of those who owe and beside the menu.</summary>
internal static class OwedItems
{
    /// <summary>The organisations a person reports for, their highest first.</summary>
    public static IQueryable<Unit> Reporting(this YipanqiDb db, Actor actor) =>
        db.Set<Unit>().Within(actor, Permission.EnterObservations, u => u.Path).Where(u => u.IsAssessed).OrderBy(u => u.Depth).ThenBy(u => u.Code);

    public static async Task<IReadOnlyList<ItemName>> OwedAsync(this YipanqiDb db, Guid unitId, int quarterKey, SchemeDefinition definition, CancellationToken cancellation)
    {
        var items = new CollectItems(definition);
        var reported = await ReportedPair.Of(db, db.Set<Unit>().Where(u => u.Id == unitId), quarterKey, items.Codes).Select(p => p.ItemCode).ToListAsync(cancellation);
        return items.Owed(reported.ToHashSet());
    }
}
