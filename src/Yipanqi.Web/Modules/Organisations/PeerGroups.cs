using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>The tenant's peer groups by name; one that is not there yet is founded when first named.</summary>
internal sealed class PeerGroups(YipanqiDb db, Dictionary<string, PeerGroup> known)
{
    public static async Task<PeerGroups> LoadAsync(YipanqiDb db, CancellationToken cancellation) =>
        new(db, await db.Set<PeerGroup>().ToDictionaryAsync(g => g.Name, StringComparer.Ordinal, cancellation));

    public string NameOf(Guid? id) => known.Values.FirstOrDefault(g => g.Id == id)?.Name ?? "";

    /// <summary>Id of the group of that name, founding it if need be; null for an empty name.</summary>
    public Guid? IdOf(string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (!known.TryGetValue(name, out var group))
        {
            var next = known.Values.Select(g => g.SortOrder).DefaultIfEmpty(0).Max() + 1;
            group = known[name] = PeerGroup.New(db.TenantId, name, next);
            db.Add(group);
        }

        if (group.ClosedDay is not null)
        {
            group.Reopen();
        }

        return group.Id;
    }

    /// <summary>Sets what was typed; true where something changed. The values were checked before.</summary>
    public bool ApplyTo(Unit unit, UnitValues values)
    {
        _ = UnitText.TryReadSortOrder(values.SortOrder, out var order);
        var shortName = values.ShortName.Length > 0 ? values.ShortName : UnitText.ShortNameOf(values.Name);
        return unit.Describe(values.Name, shortName, values.Kind, order, values.Note) | unit.Assess(values.IsAssessed, IdOf(values.PeerGroup));
    }
}
