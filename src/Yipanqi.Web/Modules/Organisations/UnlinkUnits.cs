using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Unties a Party organisation from an administrative unit.</summary>
public sealed class UnlinkUnits(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, Guid OtherId);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    internal static string Detail(Guid administrativeUnitId) => JsonSerializer.Serialize(new { administrative_unit = administrativeUnitId });

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindWritableAsync(actor, input.UnitId, cancellation) is null || await db.FindWritableAsync(actor, input.OtherId, cancellation) is null)
        {
            return UnitAccess.Absent;
        }

        var link = await db.Set<UnitLink>().SingleOrDefaultAsync(
            l => (l.PartyUnitId == input.UnitId && l.AdministrativeUnitId == input.OtherId) || (l.PartyUnitId == input.OtherId && l.AdministrativeUnitId == input.UnitId), cancellation);
        if (link is not null)
        {
            db.Remove(link);
            await db.SaveAsync(
                new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "unit.unlinked", nameof(Unit), link.PartyUnitId, "", Detail(link.AdministrativeUnitId)), cancellation);
        }

        return input.UnitId;
    }
}
