using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Takes back the tying or untying of two units.</summary>
public sealed class RestoreLink : IUndo
{
    public const string KindName = "unit-link";

    /// <param name="WasLinked">Whether they were tied before.</param>
    public sealed record Before(Guid PartyUnitId, Guid AdministrativeUnitId, bool WasLinked);

    public string Kind => KindName;

    public async Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = JsonSerializer.Deserialize<Before>(state)!;
        var party = await db.FindWritableAsync(actor, before.PartyUnitId, cancellation);
        var administrative = await db.FindWritableAsync(actor, before.AdministrativeUnitId, cancellation);
        if (party is null || administrative is null)
        {
            return UnitAccess.Absent;
        }

        var link = await db.Set<UnitLink>().SingleOrDefaultAsync(l => l.PartyUnitId == party.Id && l.AdministrativeUnitId == administrative.Id, cancellation);
        if (link is null != before.WasLinked)
        {
            return new Refusal("undo.raced", "", "没有撤销。后来又有人改过这个对应关系。请在单位页上直接更正。");
        }

        _ = link is null ? db.Add(UnitLink.Between(party, administrative)) : (object)db.Remove(link);
        return new Change(actor.PersonId, nowUtc, before.WasLinked ? "unit.linked" : "unit.unlinked", nameof(Unit), party.Id, "", UnlinkUnits.Detail(administrative.Id));
    }
}
