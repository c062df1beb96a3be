using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>移动: a unit with all below it stands below another superior from a day on. People stay in their branches; results of past quarters stay as published.</summary>
public sealed class MoveUnit(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
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

        var target = picked.Value;
        if (await FaultAsync(db, unit, target, day, cancellation) is { } fault)
        {
            return UnitChangeAccess.Fault(fault, nameof(Input.Target));
        }

        var before = await db.Set<Unit>().Where(u => u.Id == unit.ParentId).Select(u => u.Name).SingleAsync(cancellation);
        var shift = new UnitShift(db, actor, matters, day, now);
        await shift.MoveAsync([unit], target, cancellation);
        return await shift.SaveAsync(UnitEventKind.Moved, unit, (before, target.Name), input.Basis, unit.Id, cancellation);
    }

    /// <summary>What speaks against putting a unit below another, or null.</summary>
    internal static async Task<string?> FaultAsync(YipanqiDb db, Unit unit, Unit target, DateOnly day, CancellationToken cancellation)
    {
        if (unit.ParentId is null)
        {
            return "最上级的单位不能移动。";
        }

        if (target.Path.StartsWith(unit.Path, StringComparison.Ordinal))
        {
            return target.Id == unit.Id ? "不能移到自己之下。请另选上级。" : $"“{target.Name}”是它自己的下级，移过去会绕成圈。请另选上级。";
        }

        if (target.Id == unit.ParentId)
        {
            return $"它现在就在“{target.Name}”之下。请另选上级。";
        }

        if (target.FoundedDay > day)
        {
            return $"“{target.Name}”{target.FoundedDay:yyyy-MM-dd} 才成立，生效日期不能比它早。";
        }

        var deepest = await db.Set<Unit>().Within([unit.Path], u => u.Path).MaxAsync(u => u.Depth, cancellation);
        return target.Depth + 1 + deepest - unit.Depth > Unit.MaxDepth ? $"移过去后最下级会到第 {target.Depth + 1 + deepest - unit.Depth} 级，最多 {Unit.MaxDepth} 级。" : null;
    }
}
