using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Closes a peer group that no unit is in, with the reason: it is offered no more. Whoever names it again for a unit opens it again.</summary>
public sealed class ClosePeerGroup(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid GroupId, int Version, string Reason);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return PeerGroupAccess.Raced;
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await db.FindGroupAsync(actor, input.GroupId, input.Version, input.Reason, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var group = found.Value;
        if (await db.Set<Unit>().Open().AnyAsync(u => u.PeerGroupId == group.Id, cancellation))
        {
            return new Refusal("peers.units", "", "组里还有单位，不能撤销。请先给它们换组。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        group.Close(ChinaTime.DayOf(now));
        await db.SaveAsync(new Change(actor.PersonId, now, "peer-group.closed", nameof(PeerGroup), group.Id, input.Reason), cancellation);
        return group.Id;
    }
}
