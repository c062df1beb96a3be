using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>拆分: a new unit beside this one takes over some of its units below and of its members. What remains goes on; several are split off one by one.</summary>
public sealed class SplitUnit(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    /// <param name="Below">Units directly below that go along.</param>
    /// <param name="People">Members or staff who go along.</param>
    public sealed record Input(Guid UnitId, UnitChangeBasis Basis, string Code, string Name, string ShortName, string Kind, IReadOnlyList<Guid> Below, IReadOnlyList<Guid> People);

    public Task<Outcome<UnitChanged>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => UnitChangeAccess.RunAsync(
        unitOfWork, actor, input.UnitId, input.Basis, clock, (db, ground) => SaveAsync(db, actor, input, ground, cancellation), cancellation);

    private async Task<Outcome<UnitChanged>> SaveAsync(YipanqiDb db, Actor actor, Input input, UnitChangeAccess.Ground ground, CancellationToken cancellation)
    {
        var (unit, day, now) = ground;
        var (below, people) = (input.Below.ToArray(), input.People.ToArray());
        var children = await db.Set<Unit>().Where(u => u.ParentId == unit.Id && u.ClosedDay == null && EF.Parameter(below).Contains(u.Id)).OrderBy(u => u.Code).ToListAsync(cancellation);
        var members = await db.Set<PersonDetail>().CountAsync(d => EF.Parameter(people).Contains(d.PersonId) && (d.BranchId == unit.Id || d.WorkUnitId == unit.Id), cancellation);
        var refusals = await FaultsAsync(db, unit, input, day, cancellation);
        if (children.Count < below.Length || members < people.Length)
        {
            refusals.Add(UnitChangeAccess.Fault("选中的下级或人员里，有的已经不在这里。请核对后再办。"));
        }

        var parent = await db.Set<Unit>().SingleOrDefaultAsync(u => u.Id == unit.ParentId, cancellation);
        if (parent is null || children.Exists(c => c.SinceDay > day))
        {
            refusals.Add(parent is null ? UnitChangeAccess.Fault("最上级的单位不能拆分。") : UnitChangeAccess.Fault("选中的下级在生效日期以后还有变更，生效日期不能比它早。", nameof(UnitChangeBasis.Day)));
        }

        if (refusals.Count > 0)
        {
            return Outcome<UnitChanged>.Refused(refusals);
        }

        var made = Unit.New(actor.TenantId, input.Code, input.Name, unit.Track, parent);
        made.Describe(input.Name, input.ShortName.Length > 0 ? input.ShortName : UnitText.ShortNameOf(input.Name), input.Kind, unit.SortOrder, "");
        made.Assess(unit.IsAssessed, unit.PeerGroupId);
        var shift = new UnitShift(db, actor, matters, day, now);
        shift.Concern(unit);
        shift.Found(made);
        await shift.MoveAsync(children, made, cancellation);
        await shift.MovePeopleAsync(unit, made, people, $"由{UnitText.ShortNameOf(unit.Name)}分出 {input.Basis.Basis}", cancellation);
        return await shift.SaveAsync(UnitEventKind.Split, unit, (unit.Name, made.Name), input.Basis, made.Id, cancellation);
    }

    private static async Task<List<Refusal>> FaultsAsync(YipanqiDb db, Unit unit, Input input, DateOnly day, CancellationToken cancellation)
    {
        var refusals = UnitText.Check(new UnitValues(input.Name, input.ShortName, input.Kind, "", false, "0", ""));
        if (UnitText.CodeFault(input.Code) is { } code)
        {
            refusals.Insert(0, UnitChangeAccess.Fault(code, nameof(input.Code)));
        }
        else if (await db.Set<Unit>().AnyAsync(u => u.Code == input.Code, cancellation))
        {
            refusals.Insert(0, UnitChangeAccess.Fault($"编码 {input.Code} 已经用过。请换一个。", nameof(input.Code)));
        }

        if (input.Below.Count + input.People.Count == 0)
        {
            refusals.Add(UnitChangeAccess.Fault("请至少选一个下级单位或一个人。只加一个空的单位，请在上级单位页上“加下级”。"));
        }

        if (await ClosingChecks.TemporaryFaultAsync(db, unit, cancellation) is { } temporary)
        {
            refusals.Add(temporary);
        }

        var people = input.People.ToArray();
        var late = await db.Set<Membership>().CountAsync(m => m.UnitId == unit.Id && m.ToDay == null && m.FromDay >= day && EF.Parameter(people).Contains(m.PersonId), cancellation);
        if (late > 0)
        {
            refusals.Add(UnitChangeAccess.Fault($"选中的人里有 {late} 人在生效日期当天或以后才转入。请把生效日期推后。", nameof(UnitChangeBasis.Day)));
        }

        if (unit.Track == Track.Party && people.Length > 0 && PersonAccess.BranchFault(input.Kind, input.Name) is { } fault)
        {
            refusals.Add(UnitChangeAccess.Fault(fault, nameof(input.Kind)));
        }

        return refusals;
    }
}
