using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Adds one unit below another of the same track.</summary>
public sealed class AddUnit(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid ParentId, string Code, UnitValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var refusals = UnitText.Check(input.Values);
        if (UnitText.CodeFault(input.Code) is { } fault)
        {
            refusals.Insert(0, new Refusal("unit.code", "Code", fault));
        }
        else if (await db.Set<Unit>().AnyAsync(u => u.Code == input.Code, cancellation))
        {
            refusals.Insert(0, new Refusal("unit.code", "Code", $"编码 {input.Code} 已经用过。请换一个；要改已有单位，请在单位页上修改。"));
        }

        var parent = await db.FindWritableAsync(actor, input.ParentId, cancellation);
        if (parent is null or { Depth: >= Unit.MaxDepth })
        {
            refusals.Add(parent is null ? UnitAccess.Absent : new Refusal("unit.depth", "", $"上级已在第 {Unit.MaxDepth} 级，不能再加下级。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var unit = Unit.New(actor.TenantId, input.Code, input.Values.Name, parent!.Track, parent);
        (await PeerGroups.LoadAsync(db, cancellation)).ApplyTo(unit, input.Values);
        db.Add(unit);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "unit.added", nameof(Unit), unit.Id), cancellation);
        return unit.Id;
    }
}
