using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The two trees and their links, loaded once for a run. Units are known by their place in <see cref="Units"/>.</summary>
internal sealed class UnitForest
{
    private readonly Dictionary<Guid, int> places;
    private readonly int[][] children;
    private readonly int[][] links;

    private UnitForest(List<ForestUnit> units, List<(Guid Party, Guid Administrative)> pairs)
    {
        Units = units;
        HasClosed = units.Exists(u => u.IsClosed);
        places = new(units.Count);
        for (var i = 0; i < units.Count; i++)
        {
            places[units[i].Id] = i;
        }

        var below = Enumerable.Range(0, units.Count).Where(i => units[i].ParentId is { } parent && places.ContainsKey(parent));
        children = Gathered(units.Count, [.. below.Select(i => (places[units[i].ParentId!.Value], i))]);
        Array.ForEach(children, c => Array.Sort(c, ByCode));
        var known = pairs.Where(p => places.ContainsKey(p.Party) && places.ContainsKey(p.Administrative)).Select(p => (One: places[p.Party], Other: places[p.Administrative]));
        links = Gathered(units.Count, [.. known.SelectMany(p => new[] { (p.One, p.Other), (p.Other, p.One) })]);
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

    /// <summary>A unit with all below it.</summary>
    public IEnumerable<int> SubtreeOf(int unit) => children[unit].SelectMany(SubtreeOf).Prepend(unit);

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

        if (links[subject].Length < 2)
        {
            return links[subject];
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

    // Most units have nothing below them and one link: an empty list for each would cost more than all the rest.
    private static int[][] Gathered(int count, List<(int Key, int Value)> pairs)
    {
        var sizes = new int[count];
        pairs.ForEach(p => sizes[p.Key]++);
        var gathered = Array.ConvertAll(sizes, size => size == 0 ? [] : new int[size]);
        pairs.ForEach(p => gathered[p.Key][^sizes[p.Key]--] = p.Value);
        return gathered;
    }

    /// <param name="units">In the order of their paths.</param>
    public static UnitForest Of(List<ForestUnit> units, List<(Guid Party, Guid Administrative)> pairs) => new(units, pairs);

    /// <summary>
    /// Units with others below them whose pooled figures some organisation stands on: an assessed unit is above them or is it, or one they
    /// are linked to is assessed.
    /// </summary>
    public IEnumerable<int> Pooling()
    {
        var counts = new bool[Units.Count];
        for (var i = 0; i < Units.Count; i++)
        {
            var parent = Units[i].ParentId is { } id ? Find(id) : null;
            counts[i] = Units[i].IsAssessed || links[i].Any(l => Units[l].IsAssessed) || (parent is { } above && counts[above]);
            if (counts[i] && children[i].Length > 0)
            {
                yield return i;
            }
        }
    }

    /// <summary>
    /// The trees as they were on the quarter's last day. A unit closed in the quarter still stands in them, so that its figures count above it; one closed
    /// before, or founded after, does not.
    /// </summary>
    /// <param name="within">Loads only the subtrees under these tops, told by where they stand now; null loads everything.</param>
    public static async Task<UnitForest> LoadAsync(YipanqiDb db, IReadOnlyList<string>? within, Quarter quarter, CancellationToken cancellation)
    {
        var copies = within is null && db.Database.IsNpgsql();
        var units = copies
            ? await CopyUnitsAsync(db, quarter, cancellation)
            : await AtEndOf(within is null ? db.Set<Unit>() : db.Set<Unit>().Within(within, u => u.Path), quarter).ToListAsync(cancellation);
        var pairs = copies
            ? await CopyLinksAsync(db, cancellation)
            : (await db.Set<UnitLink>().AsNoTracking().Select(l => new { l.PartyUnitId, l.AdministrativeUnitId }).ToListAsync(cancellation))
                .ConvertAll(p => (p.PartyUnitId, p.AdministrativeUnitId));
        return new UnitForest(AsThen(units, await ThenOtherwise(db, quarter).ToDictionaryAsync(p => p.UnitId, cancellation)), pairs);
    }

    /// <summary>Units that stand in the trees of the quarter, as they are now, parents before children.</summary>
    public static IQueryable<ForestUnit> AtEndOf(IQueryable<Unit> units, Quarter quarter)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        return units.AsNoTracking().Where(u => (u.ClosedDay == null || u.ClosedDay > first) && (u.FoundedDay == null || u.FoundedDay <= last)).OrderBy(u => u.Path)
            .Select(u => new ForestUnit(u.Id, u.ParentId, u.Code, u.ShortName, u.Path, u.Track, u.IsAssessed, u.PeerGroupId, u.Path, u.ClosedDay != null && u.ClosedDay <= last));
    }

    /// <summary>Units that were otherwise on the quarter's last day than they are now.</summary>
    public static IQueryable<UnitPast> ThenOtherwise(YipanqiDb db, Quarter quarter)
    {
        var last = quarter.LastDay;
        return db.Set<UnitPast>().AsNoTracking().Where(p => p.FromDay <= last && p.ToDay >= last);
    }

    // Parents tell where a unit stood; its label never changes.
    private static List<ForestUnit> AsThen(List<ForestUnit> units, Dictionary<Guid, UnitPast> pasts)
    {
        if (pasts.Count == 0)
        {
            return units;
        }

        var then = units.ConvertAll(u => pasts.TryGetValue(u.Id, out var past)
            ? u with { ParentId = past.ParentId, ShortName = past.ShortName, IsAssessed = past.IsAssessed, PeerGroupId = past.PeerGroupId }
            : u);
        var byId = then.ToDictionary(u => u.Id);
        var paths = new Dictionary<Guid, string>();
        return [.. then.Select(u => u with { Path = PathOf(u) }).OrderBy(u => u.Path, StringComparer.Ordinal)];

        string PathOf(ForestUnit unit) => paths.TryGetValue(unit.Id, out var known) ? known
            : paths[unit.Id] = unit.ParentId is { } id && byId.TryGetValue(id, out var parent) ? PathOf(parent) + Unit.LabelOf(unit.Path) : unit.Path;
    }

    private static async Task<List<ForestUnit>> CopyUnitsAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), quarter.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var units = new List<ForestUnit>();
        using var rows = await BinaryRows.OpenAsync(
            db,
            "SELECT id, parent_id, code, short_name, path, track, is_assessed, peer_group_id, closed_day IS NOT NULL AND closed_day <= '" + last + "' FROM unit "
            + $"WHERE tenant_id = '{db.TenantId:D}' AND (closed_day IS NULL OR closed_day > '{first}') AND (founded_day IS NULL OR founded_day <= '{last}') ORDER BY path",
            cancellation);
        while (rows.Read())
        {
            units.Add(new(
                rows.Guid(0)!.Value, rows.Guid(1), rows.Text(2), rows.Text(3), rows.Text(4), (Track)rows.Int(5), rows.Flag(6), rows.Guid(7), rows.Text(4), rows.Flag(8)));
        }

        return units;
    }

    private static async Task<List<(Guid Party, Guid Administrative)>> CopyLinksAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var links = new List<(Guid, Guid)>();
        using var rows = await BinaryRows.OpenAsync(
            db, $"SELECT party_unit_id, administrative_unit_id FROM unit_link WHERE tenant_id = '{db.TenantId:D}'", cancellation);
        while (rows.Read())
        {
            links.Add((rows.Guid(0)!.Value, rows.Guid(1)!.Value));
        }

        return links;
    }
}
