using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>践诺: the member, or whoever manages fusion in the branch for them, tells in a sentence that the pledge was fulfilled.</summary>
public sealed class FulfilPledge(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Day, string Result);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (units, me) = (db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path), actor.PersonId);
        var pledge = await db.Set<Pledge>().SingleOrDefaultAsync(p => p.Id == input.Id && (p.PersonId == me || units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId)), cancellation);
        if (pledge is null)
        {
            return ForceAccess.PledgeAbsent;
        }

        if (pledge.State != PledgeState.Open || pledge.Version != input.Version)
        {
            return FusionAccess.Raced;
        }

        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var day = FusionText.Day(refusals, nameof(input.Day), input.Day, pledge.MadeDay, ChinaTime.DayOf(now));
        FusionText.Needed(refusals, nameof(input.Result), "践诺情况", input.Result, Pledge.ResultLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        pledge.Fulfil(day, input.Result);
        await db.SaveAsync(new Change(actor.PersonId, now, "pledge.fulfilled", nameof(Pledge), pledge.Id), cancellation);
        return pledge.Id;
    }
}
