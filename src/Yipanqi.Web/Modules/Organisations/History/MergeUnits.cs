using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>
/// 并入: a unit is no more from a day on, another takes over its units below, its members and staff, its links. Posts and committee seats at it end.
/// Figures it has in the running quarter stay its own and count above it.
/// </summary>
public sealed class MergeUnits(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, UnitChangeBasis Basis, Picked? Target);

    public Task<Outcome<UnitChanged>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => UnitChangeAccess.RunAsync(
        unitOfWork, actor, input.UnitId, input.Basis, clock, (db, ground) => SaveAsync(db, actor, input, ground, cancellation), cancellation);

    private async Task<Outcome<UnitChanged>> SaveAsync(YipanqiDb db, Actor actor, Input input, UnitChangeAccess.Ground ground, CancellationToken cancellation)
    {
        var (unit, day, now) = ground;
        var picked = await db.FindPickedAsync(actor, Permission.ManageOrganisations, input.Target, nameof(Input.Target), cancellation, unit.Track);
        if (!picked.IsDone)
        {
            return Outcome<UnitChanged>.Refused(picked.Refusals);
        }

        var (target, name) = (picked.Value, unit.Name);
        if (await FaultsAsync(db, unit, target, day, cancellation) is { Count: > 0 } refusals)
        {
            return Outcome<UnitChanged>.Refused(refusals);
        }

        var shift = new UnitShift(db, actor, matters, day, now);
        shift.Concern(target);
        var children = await db.Set<Unit>().Where(u => u.ParentId == unit.Id && u.ClosedDay == null).OrderBy(u => u.Code).ToListAsync(cancellation);
        await shift.MoveAsync(children, target, cancellation);
        await shift.MovePeopleAsync(unit, target, null, $"{UnitText.ShortNameOf(name)}并入 {input.Basis.Basis}", cancellation);
        await shift.EndAtAsync(unit, target, cancellation);
        shift.Keep(unit);
        unit.Close(day);
        return await shift.SaveAsync(UnitEventKind.Merged, unit, (name, target.Name), input.Basis, target.Id, cancellation);
    }

    private async Task<List<Refusal>> FaultsAsync(YipanqiDb db, Unit unit, Unit target, DateOnly day, CancellationToken cancellation)
    {
        var refusals = await ClosingChecks.FaultsAsync(db, unit, day, matters, cancellation);
        if (await ClosingChecks.ReceiverFaultAsync(db, unit, target, day, nameof(Input.Target), cancellation) is { } fault)
        {
            refusals.Add(fault);
        }

        var deepest = await db.Set<Unit>().Within([unit.Path], u => u.Path).MaxAsync(u => u.Depth, cancellation);
        if (target.Depth + deepest - unit.Depth > Unit.MaxDepth)
        {
            refusals.Add(UnitChangeAccess.Fault($"并入后最下级会到第 {target.Depth + deepest - unit.Depth} 级，最多 {Unit.MaxDepth} 级。", nameof(Input.Target)));
        }

        var newest = await db.Set<Unit>().Where(u => u.ParentId == unit.Id && u.ClosedDay == null && u.SinceDay > day).MaxAsync(u => u.SinceDay, cancellation);
        if (newest is { } since)
        {
            refusals.Add(UnitChangeAccess.Fault($"它的下级 {since:yyyy-MM-dd} 还有变更，生效日期不能比它早。", nameof(UnitChangeBasis.Day)));
        }

        return refusals;
    }
}
