using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Parts lines by peer group in the order of the groups; lines of no group, or of one that is gone, come last.</summary>
internal static class PeerGroupNames
{
    public static async Task<IReadOnlyList<(Guid? Id, string Name)>> LoadAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var groups = await db.Set<PeerGroup>().OrderBy(g => g.SortOrder).ThenBy(g => g.Name).Select(g => new { g.Id, g.Name }).ToListAsync(cancellation);
        return [.. groups.Select(g => ((Guid?)g.Id, g.Name)), (null, "")];
    }

    public static IEnumerable<(Guid? Id, string Name, IReadOnlyList<BoardLine> Lines)> Part(IReadOnlyList<(Guid? Id, string Name)> groups, IEnumerable<BoardLine> lines)
    {
        var known = groups.Where(g => g.Id is not null).Select(g => g.Id).ToHashSet();
        var byGroup = lines.ToLookup(l => known.Contains(l.PeerGroupId) ? l.PeerGroupId : null);
        foreach (var (id, name) in groups)
        {
            if (byGroup[id].Any())
            {
                yield return (id, name, [.. byGroup[id]]);
            }
        }
    }
}
