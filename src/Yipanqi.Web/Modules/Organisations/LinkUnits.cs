using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Ties a Party organisation to an administrative unit, from the page of either.</summary>
public sealed class LinkUnits(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Other">The unit of the other track.</param>
    public sealed record Input(Guid UnitId, Picked Other);

    /// <summary>Answers the offer to take it back; null where they were tied already.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid?>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindWritableAsync(actor, input.UnitId, cancellation) is not { } unit)
        {
            return UnitAccess.Absent;
        }

        var wanted = unit.Track == Track.Party ? Track.Administrative : Track.Party;
        var other = await db.FindPickedAsync(actor, Permission.ImportUnits, input.Other, nameof(Input.Other), cancellation, wanted);
        if (!other.IsDone)
        {
            return Outcome<Guid?>.Refused(other.Refusals);
        }

        var (party, administrative) = unit.Track == Track.Party ? (unit, other.Value) : (other.Value, unit);
        if (await db.Set<UnitLink>().AnyAsync(l => l.PartyUnitId == party.Id && l.AdministrativeUnitId == administrative.Id, cancellation))
        {
            return Outcome<Guid?>.Done(null);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Guid? undo = await db.OfferUndoAsync(actor, RestoreLink.KindName, $"加上对应关系 {party.Name}、{administrative.Name}", new RestoreLink.Before(party.Id, administrative.Id, WasLinked: false), now, cancellation);
        db.Add(UnitLink.Between(party, administrative));
        await db.SaveAsync(new Change(actor.PersonId, now, "unit.linked", nameof(Unit), party.Id, "", UnlinkUnits.Detail(administrative.Id)), cancellation);
        return undo;
    }
}
