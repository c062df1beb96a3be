using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Which unit of the other tree goes with a unit: the one linked to it, else to the nearest unit above. Of several the deepest in its own tree, then the
/// first by code.
/// </summary>
internal sealed class LinkedUnits
{
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly Dictionary<Guid, Guid> linked;

    private LinkedUnits(Dictionary<Guid, Guid?> parents, Dictionary<Guid, Guid> linked) => (this.parents, this.linked) = (parents, linked);

    /// <summary>Which Party organisation answers for the work of an administrative unit.</summary>
    public static Task<LinkedUnits> PartyAsync(YipanqiDb db, CancellationToken cancellation) => LoadAsync(db, Track.Administrative, cancellation);

    /// <summary>In which administrative unit a Party organisation works.</summary>
    public static Task<LinkedUnits> WorkAsync(YipanqiDb db, CancellationToken cancellation) => LoadAsync(db, Track.Party, cancellation);

    /// <summary>Units with a link of their own.</summary>
    public IReadOnlyCollection<Guid> Linked => linked.Keys;

    /// <summary>Units for which one of these of the other tree stands.</summary>
    public IEnumerable<Guid> GoingWith(IReadOnlyCollection<Guid> others)
    {
        var asked = others.ToHashSet();
        return parents.Keys.Where(unit => Of(unit) is { } other && asked.Contains(other));
    }

    /// <summary>Null where no unit above has a link.</summary>
    public Guid? Of(Guid? unit)
    {
        for (var at = unit; at is { } id; at = parents.GetValueOrDefault(id))
        {
            if (linked.TryGetValue(id, out var other))
            {
                return other;
            }
        }

        return null;
    }

    private static async Task<LinkedUnits> LoadAsync(YipanqiDb db, Track from, CancellationToken cancellation)
    {
        var parents = await db.Set<Unit>().Where(u => u.Track == from).Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancellation);
        var ends = from == Track.Administrative
            ? db.Set<UnitLink>().Select(l => new { l.TenantId, From = l.AdministrativeUnitId, To = l.PartyUnitId })
            : db.Set<UnitLink>().Select(l => new { l.TenantId, From = l.PartyUnitId, To = l.AdministrativeUnitId });
        var links = await (
            from end in ends
            join unit in db.Set<Unit>() on new { end.TenantId, Id = end.To } equals new { unit.TenantId, unit.Id }
            where unit.ClosedDay == null
            select new { end.From, unit.Id, unit.Depth, unit.Code }).ToListAsync(cancellation);
        return new(parents, links.GroupBy(l => l.From).ToDictionary(g => g.Key, g => g.OrderByDescending(l => l.Depth).ThenBy(l => l.Code, StringComparer.Ordinal).First().Id));
    }
}
