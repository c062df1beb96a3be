using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>登记党建举措 of a Party organisation the actor manages fusion for; without one it waits to be assigned, which only who manages a whole tree can leave open.</summary>
public sealed class AddMeasure(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    /// <param name="Code">Empty for one that is made.</param>
    public sealed record Input(string Code, MeasureInput Measure);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageFusion))
        {
            return MeasureAccess.Absent;
        }

        var told = await MeasureCheck.ReadAsync(db, people, actor, input.Measure, null, cancellation);
        var refusals = told.Refusals.ToList();
        if (TaskText.CodeFault(input.Code) is { } fault)
        {
            refusals.Add(new Refusal(FusionText.Code, nameof(input.Code), fault));
        }
        else if (input.Code.Length > 0 && await db.Set<PartyMeasure>().AnyAsync(m => m.Code == input.Code, cancellation))
        {
            refusals.Add(new Refusal(FusionText.Code, nameof(input.Code), $"编号 {input.Code} 已经用过。请换一个，或空着由平台编。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var measure = PartyMeasure.New(actor.TenantId, input.Code, told.Value.Facts);
        measure.Assign(told.Value.Unit);
        db.Add(measure);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "measure.added", nameof(PartyMeasure), measure.Id), cancellation);
        return measure.Id;
    }
}
