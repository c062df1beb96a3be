using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a supplier may work on: supplied items of an opened quarter that still takes figures.</summary>
internal static class SupplyAccess
{
    public static readonly Refusal Absent = new("supply.absent", "", "没有这个由部门提供的项目，或者不由您提供。");

    public static readonly Refusal Signed = new("supply.signed", "", "这一项已签字。要改数，请先撤回签字并写明理由。");

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

    /// <summary>Organisations the actor supplies figures for.</summary>
    public static IQueryable<Unit> Supplied(this YipanqiDb db, Actor actor) =>
        db.Set<Unit>().Within(actor, Permission.SupplyObservations, u => u.Path).Where(u => u.IsAssessed);
}
