using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Unties a Party organisation from an administrative unit.</summary>
public sealed class UnlinkUnits(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, Guid OtherId);

    /// <summary>Answers the offer to take it back; null where they were not tied.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid?>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    internal static string Detail(Guid administrativeUnitId) => JsonSerializer.Serialize(new { administrative_unit = administrativeUnitId });

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var unit = await db.FindWritableAsync(actor, input.UnitId, cancellation);
        var other = await db.FindWritableAsync(actor, input.OtherId, cancellation);
        if (unit is null || other is null)
        {
            return UnitAccess.Absent;
        }

        var link = await db.Set<UnitLink>().SingleOrDefaultAsync(
            l => (l.PartyUnitId == input.UnitId && l.AdministrativeUnitId == input.OtherId) || (l.PartyUnitId == input.OtherId && l.AdministrativeUnitId == input.UnitId), cancellation);
        if (link is null)
        {
            return Outcome<Guid?>.Done(null);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var before = new RestoreLink.Before(link.PartyUnitId, link.AdministrativeUnitId, WasLinked: true);
        Guid? undo = await db.OfferUndoAsync(actor, RestoreLink.KindName, $"去掉对应关系 {unit.Name}、{other.Name}", before, now, cancellation);
        db.Remove(link);
        await db.SaveAsync(new Change(actor.PersonId, now, "unit.unlinked", nameof(Unit), link.PartyUnitId, "", Detail(link.AdministrativeUnitId)), cancellation);
        return undo;
    }
}
