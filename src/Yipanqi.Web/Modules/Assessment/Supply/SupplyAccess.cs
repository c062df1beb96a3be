using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a supplier may work on: the items its own unit supplies, of an opened quarter that still takes figures.</summary>
internal static class SupplyAccess
{
    public static readonly Refusal Absent = new("supply.absent", "", "没有这个由部门提供的项目，或者不由您提供。");

    public static readonly Refusal Signed = new("supply.signed", "", "这一项已签字。要改数，请先撤回签字并写明理由。");

    private static readonly Refusal NoUnit = new("supply.unit", "", "这一项还没有确定提供单位，暂不能填报和签字。请工委在考评方案里选定提供单位。");

    /// <summary>The item and its sheet, made where there is none yet; or why figures cannot be changed now.</summary>
    public static async Task<(SchemeNode? Node, SupplySheet? Sheet, Refusal? Refusal)> OpenSheetAsync(
        this YipanqiDb db, Actor actor, Quarter quarter, string itemCode, CancellationToken cancellation)
    {
        var cycle = await db.CycleOfAsync(quarter, cancellation);
        var node = (await db.DefinitionOfAsync(cycle, cancellation))?.Find(itemCode, ManualItems.IsSupplied);
        if (node is null || !actor.Can(Permission.SupplyObservations))
        {
            return (null, null, Absent);
        }

        var unit = (await db.SuppliersAsync([node], cancellation)).GetValueOrDefault(node.Code);
        if (!actor.SuppliesFor(unit))
        {
            return (null, null, unit is null ? NoUnit : Absent);
        }

        if (FigureGate.Refuse(cycle!.State, quarter, actor.Can(Permission.RunAssessment)) is { } closed)
        {
            return (null, null, closed);
        }

        var key = quarter.Key;
        var sheet = db.Set<SupplySheet>().Local.FirstOrDefault(s => s.QuarterKey == key && s.ItemCode == node.Code)
            ?? await db.Set<SupplySheet>().AsTracking().SingleOrDefaultAsync(s => s.QuarterKey == key && s.ItemCode == node.Code, cancellation);
        if (sheet is null)
        {
            sheet = SupplySheet.New(db.TenantId, quarter, node.Code);
            db.Add(sheet);
        }

        return (node, sheet, null);
    }

    /// <summary>Organisations a department supplies figures for: all that are assessed, wherever its own place is.</summary>
    public static IQueryable<Unit> Supplied(this YipanqiDb db) => db.Set<Unit>().Where(u => u.IsAssessed);
}
