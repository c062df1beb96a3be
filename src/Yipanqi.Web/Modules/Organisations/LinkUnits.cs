using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Ties a Party organisation to an administrative unit, from the page of either.</summary>
public sealed class LinkUnits(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Other">Code or name of the unit of the other track.</param>
    public sealed record Input(Guid UnitId, string Other);

    /// <summary>Answers the offer to take it back; null where they were tied already.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid?>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindWritableAsync(actor, input.UnitId, cancellation) is not { } unit)
        {
            return UnitAccess.Absent;
        }

        var found = await db.Writable(actor).Where(u => u.Track != unit.Track && (u.Code == input.Other || u.Name == input.Other)).OrderBy(u => u.Code).Take(3).ToListAsync(cancellation);
        var other = found.Find(u => u.Code == input.Other) ?? (found.Count == 1 ? found[0] : null);
        if (other is null)
        {
            var wanted = unit.Track == Track.Party ? "行政单位" : "党组织";
            return new Refusal("unit.other", "Other", found.Count > 1 ? "不止一个同名单位，请填编码。" : $"您管理的范围里没有这个编码或名称的{wanted}。");
        }

        var (party, administrative) = unit.Track == Track.Party ? (unit, other) : (other, unit);
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
