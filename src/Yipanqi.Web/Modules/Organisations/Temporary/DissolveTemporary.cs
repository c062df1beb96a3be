using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>解散: its task is done; what came of it is kept with it. Members are in their branches as before.</summary>
public sealed class DissolveTemporary(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, UnitChangeBasis Basis, string Result);

    public Task<Outcome<UnitChanged>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => UnitChangeAccess.RunAsync(
        unitOfWork, actor, input.UnitId, input.Basis, clock, (db, ground) => SaveAsync(db, actor, input, ground, cancellation), cancellation);

    private async Task<Outcome<UnitChanged>> SaveAsync(YipanqiDb db, Actor actor, Input input, UnitChangeAccess.Ground ground, CancellationToken cancellation)
    {
        var (unit, day, now) = ground;
        var organisation = await db.Set<TemporaryOrganisation>().SingleOrDefaultAsync(t => t.UnitId == unit.Id && t.DissolvedDay == null, cancellation);
        if (organisation is null)
        {
            return TemporaryText.Absent;
        }

        var refusals = new List<Refusal>();
        TemporaryText.Needed(refusals, nameof(input.Result), "任务完成情况", input.Result, TemporaryOrganisation.ResultLength);
        if (day <= organisation.FromDay)
        {
            refusals.Add(UnitChangeAccess.Fault($"解散日期要晚于成立的 {organisation.FromDay:yyyy-MM-dd}。", nameof(UnitChangeBasis.Day)));
        }

        if (await db.Set<Unit>().AnyAsync(u => u.ParentId == unit.Id && u.ClosedDay == null, cancellation) || await db.Set<PersonDetail>().AnyAsync(d => d.BranchId == unit.Id, cancellation))
        {
            refusals.Add(UnitChangeAccess.Fault("它下面还有单位，或有党员的组织关系在这里。请先移走。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<UnitChanged>.Refused(refusals);
        }

        var shift = new UnitShift(db, actor, matters, day, now);
        await shift.EndAtAsync(unit, null, cancellation);
        shift.Keep(unit);
        unit.Close(day);
        organisation.Dissolve(day, input.Result);
        return await shift.SaveAsync(UnitEventKind.Closed, unit, (unit.Name, ""), input.Basis, unit.Id, cancellation);
    }
}
