using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>撤销: a unit is no more from a day on. Nobody is left behind: people go to a unit that is named, units below are moved or closed first.</summary>
public sealed class CloseUnit(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    /// <param name="Target">Where its people go; empty where it has none.</param>
    public sealed record Input(Guid UnitId, UnitChangeBasis Basis, Picked? Target);

    public Task<Outcome<UnitChanged>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => UnitChangeAccess.RunAsync(
        unitOfWork, actor, input.UnitId, input.Basis, clock, (db, ground) => SaveAsync(db, actor, input, ground, cancellation), cancellation);

    private async Task<Outcome<UnitChanged>> SaveAsync(YipanqiDb db, Actor actor, Input input, UnitChangeAccess.Ground ground, CancellationToken cancellation)
    {
        var (unit, day, now) = ground;
        var refusals = await ClosingChecks.FaultsAsync(db, unit, day, matters, cancellation);
        var below = await db.Set<Unit>().CountAsync(u => u.ParentId == unit.Id && u.ClosedDay == null, cancellation);
        if (below > 0)
        {
            refusals.Add(UnitChangeAccess.Fault($"还有下级单位 {below} 个。请先把它们移走或撤销。"));
        }

        var receiver = await ReceiverAsync(db, actor, unit, input, day, refusals, cancellation);
        if (refusals.Count > 0)
        {
            return Outcome<UnitChanged>.Refused(refusals);
        }

        var shift = new UnitShift(db, actor, matters, day, now);
        if (receiver is not null)
        {
            shift.Concern(receiver);
            await shift.MovePeopleAsync(unit, receiver, null, $"{UnitText.ShortNameOf(unit.Name)}撤销 {input.Basis.Basis}", cancellation);
        }

        await shift.EndAtAsync(unit, null, cancellation);
        shift.Keep(unit);
        unit.Close(day);
        return await shift.SaveAsync(UnitEventKind.Closed, unit, (unit.Name, receiver?.Name ?? ""), input.Basis, unit.Id, cancellation);
    }

    private static async Task<Unit?> ReceiverAsync(YipanqiDb db, Actor actor, Unit unit, Input input, DateOnly day, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (input.Target is null or { IsEmpty: true })
        {
            var people = await db.Set<PersonDetail>().CountAsync(d => d.BranchId == unit.Id || d.WorkUnitId == unit.Id, cancellation);
            if (people > 0)
            {
                refusals.Add(UnitChangeAccess.Fault($"还有 {people} 人在这里。请填他们转到哪个单位，或先逐个办理。", nameof(Input.Target)));
            }

            return null;
        }

        var picked = await db.FindPickedAsync(actor, Permission.ManageOrganisations, input.Target, nameof(Input.Target), cancellation, unit.Track);
        refusals.AddRange(picked.Refusals);
        if (picked.IsDone && await ClosingChecks.ReceiverFaultAsync(db, unit, picked.Value, day, nameof(Input.Target), cancellation) is { } fault)
        {
            refusals.Add(fault);
        }

        return picked.IsDone ? picked.Value : null;
    }
}
