using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>The branch confirms that a pledge was fulfilled, or gives it back with what is lacking. Nobody confirms their own.</summary>
public sealed class DecidePledge(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, bool Confirm, string Remark);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path);
        var pledge = await db.Set<Pledge>().SingleOrDefaultAsync(p => p.Id == input.Id && units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId), cancellation);
        if (pledge is null)
        {
            return ForceAccess.PledgeAbsent;
        }

        if (pledge.PersonId == actor.PersonId)
        {
            return new Refusal("pledge.own", "", "没有办理。自己的承诺请支部的其他人确认。");
        }

        if (pledge.State != PledgeState.Told || pledge.Version != input.Version)
        {
            return FusionAccess.Raced;
        }

        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        FusionText.Short(refusals, nameof(input.Remark), "意见", input.Remark, Pledge.ResultLength);
        if (!input.Confirm && input.Remark.Length == 0)
        {
            refusals.Add(new Refusal("pledge.remark", nameof(input.Remark), "退回要写明还差什么。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (input.Confirm)
        {
            pledge.Confirm(input.Remark, actor.PersonId, now);
        }
        else
        {
            pledge.GiveBack(input.Remark, actor.PersonId, now);
        }

        await db.SaveAsync(new Change(actor.PersonId, now, input.Confirm ? "pledge.confirmed" : "pledge.returned", nameof(Pledge), pledge.Id, input.Remark), cancellation);
        return pledge.Id;
    }
}
