using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The two trees and their links, loaded once for a run. Units are known by their place in <see cref="Units"/>.</summary>
internal sealed class UnitForest
{
    private readonly Dictionary<Guid, int> places;
    private readonly List<int>[] children;
    private readonly List<int>[] links;

    private UnitForest(List<ForestUnit> units, List<(Guid Party, Guid Administrative)> pairs)
    {
        Units = units;
        HasClosed = units.Exists(u => u.IsClosed);
        places = units.Select((u, i) => (u.Id, i)).ToDictionary(p => p.Id, p => p.i);
        children = [.. units.Select(_ => new List<int>())];
        links = [.. units.Select(_ => new List<int>())];
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].ParentId is { } parent && places.TryGetValue(parent, out var above))
            {
                children[above].Add(i);
            }
        }

        foreach (var below in children)
        {
            below.Sort(ByCode);
        }

        foreach (var (party, administrative) in pairs)
        {
            if (places.TryGetValue(party, out var one) && places.TryGetValue(administrative, out var other))
            {
                links[one].Add(other);
                links[other].Add(one);
            }
        }

        Subjects = [.. units.Where(u => u.IsAssessed).OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => places[u.Id])];
    }

    /// <summary>In the order of their paths: parents before children, each subtree together.</summary>
    public IReadOnlyList<ForestUnit> Units { get; }

    /// <summary>Places of the assessed organisations, in the order of their codes: this is the position in every column.</summary>
    public IReadOnlyList<int> Subjects { get; }

    /// <summary>Whether any of them was closed in the quarter.</summary>
    public bool HasClosed { get; }

    public IReadOnlyList<int> ChildrenOf(int unit) => children[unit];

    public int? Find(Guid unitId) => places.TryGetValue(unitId, out var place) ? place : null;

    /// <summary>
    /// Tops of the subtrees an organisation's figures are pooled over: itself in its own tree, in the other tree the units it
    /// is linked to, none inside another, so that each unit counts once.
    /// </summary>
    public IReadOnlyList<int> RootsOf(int subject, Track track)
    {
        if (Units[subject].Track == track)
        {
            return [subject];
        }

        var tops = new List<int>();
        foreach (var linked in links[subject].Order())
        {
            if (tops.Count == 0 || !Units[linked].Path.StartsWith(Units[tops[^1]].Path, StringComparison.Ordinal))
            {
                tops.Add(linked);
            }
        }

        tops.Sort(ByCode);
        return tops;
    }

    // Sums of figures run in the order of codes: ids differ from one installation to another, and the last bit would with them.
    private int ByCode(int one, int other) => string.CompareOrdinal(Units[one].Code, Units[other].Code);

    /// <summary>How many assessed organisations stand above each assessed one, by place.</summary>
    public int[] Tiers()
    {
        var above = new int[Units.Count];
        for (var i = 0; i < Units.Count; i++)
        {
            foreach (var child in children[i])
            {
                above[child] = above[i] + (Units[i].IsAssessed ? 1 : 0);
            }
        }

        return above;
    }

    /// <summary>
    /// The trees as they were on the quarter's last day. A unit closed in the quarter still stands in them, so that its figures count above it; one closed
    /// before, or founded after, does not.
    /// </summary>
    /// <param name="within">Loads only the subtrees under these tops, told by where they stand now; null loads everything.</param>
    public static async Task<UnitForest> LoadAsync(YipanqiDb db, IReadOnlyList<string>? within, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var rows = db.Set<Unit>().AsNoTracking().Where(u => (u.ClosedDay == null || u.ClosedDay > first) && (u.FoundedDay == null || u.FoundedDay <= last));
        var found = await (
            from u in within is null ? rows : rows.Within(within, u => u.Path)
            join p in db.Set<UnitPast>().Where(p => p.FromDay <= last && p.ToDay >= last) on new { u.TenantId, u.Id } equals new { p.TenantId, Id = p.UnitId } into pasts
            from past in pasts.DefaultIfEmpty()
            orderby u.Path
            select new
            {
                Unit = new ForestUnit(u.Id, u.ParentId, u.Code, u.ShortName, u.Path, u.Track, u.IsAssessed, u.PeerGroupId, u.Path, u.ClosedDay != null && u.ClosedDay <= last),
                Past = past,
            }).ToListAsync(cancellation);
        var units = found.ConvertAll(f => f.Past is null ? f.Unit : f.Unit with { ParentId = f.Past.ParentId, ShortName = f.Past.ShortName, IsAssessed = f.Past.IsAssessed, PeerGroupId = f.Past.PeerGroupId });
        var pairs = await db.Set<UnitLink>().AsNoTracking().Select(l => new { l.PartyUnitId, l.AdministrativeUnitId }).ToListAsync(cancellation);
        var moved = found.Any(f => f.Past is { } past && past.ParentId != f.Unit.ParentId);
        return new UnitForest(moved ? PathsThen(units) : units, [.. pairs.Select(p => (p.PartyUnitId, p.AdministrativeUnitId))]);
    }

    // Parents tell where a unit stood; its label never changes.
    private static List<ForestUnit> PathsThen(List<ForestUnit> units)
    {
        var byId = units.ToDictionary(u => u.Id);
        var paths = new Dictionary<Guid, string>();
        return [.. units.Select(u => u with { Path = PathOf(u) }).OrderBy(u => u.Path, StringComparer.Ordinal)];

        string PathOf(ForestUnit unit) => paths.TryGetValue(unit.Id, out var known) ? known
            : paths[unit.Id] = unit.ParentId is { } id && byId.TryGetValue(id, out var parent) ? PathOf(parent) + Unit.LabelOf(unit.Path) : unit.Path;
    }
}
