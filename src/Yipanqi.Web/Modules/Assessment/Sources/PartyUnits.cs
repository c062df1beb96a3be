using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Which Party organisation answers for the work of an administrative unit: the one linked to it, else to the nearest unit above. Of several the
/// deepest in its own tree, then the first by code.
/// </summary>
internal sealed class PartyUnits
{
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly Dictionary<Guid, Guid> linked;

    private PartyUnits(Dictionary<Guid, Guid?> parents, Dictionary<Guid, Guid> linked) => (this.parents, this.linked) = (parents, linked);

    public static async Task<PartyUnits> LoadAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var parents = await db.Set<Unit>().Where(u => u.Track == Track.Administrative).Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancellation);
        var links = await (
            from link in db.Set<UnitLink>()
            join party in db.Set<Unit>() on new { link.TenantId, Id = link.PartyUnitId } equals new { party.TenantId, party.Id }
            where party.ClosedDay == null
            select new { link.AdministrativeUnitId, party.Id, party.Depth, party.Code }).ToListAsync(cancellation);
        return new(parents, links.GroupBy(l => l.AdministrativeUnitId).ToDictionary(g => g.Key, g => g.OrderByDescending(l => l.Depth).ThenBy(l => l.Code, StringComparer.Ordinal).First().Id));
    }

    /// <summary>Administrative units with a link of their own.</summary>
    public IReadOnlyCollection<Guid> Linked => linked.Keys;

    /// <summary>Administrative units for which one of these Party organisations answers.</summary>
    public IEnumerable<Guid> AnsweredBy(IReadOnlyCollection<Guid> parties)
    {
        var asked = parties.ToHashSet();
        return parents.Keys.Where(unit => Of(unit) is { } party && asked.Contains(party));
    }

    /// <summary>Null where no unit above has a link.</summary>
    public Guid? Of(Guid? unit)
    {
        for (var at = unit; at is { } id; at = parents.GetValueOrDefault(id))
        {
            if (linked.TryGetValue(id, out var party))
            {
                return party;
            }
        }

        return null;
    }
}
