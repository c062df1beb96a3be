using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Figures over all an actor sees in some snapshots: those kept with the snapshot where the scope is large, else made from the lines.
/// </summary>
internal sealed class ScopeLoad(SnapshotStore snapshots, YipanqiDb db, Actor actor, SnapshotHead head)
{
    private readonly Permission permission = SnapshotStore.PermissionFor(actor, head);

    /// <summary>Figures of the head with coverage, and of the earlier snapshots without; a snapshot in which the actor sees nothing has a count of 0.</summary>
    public async Task<Dictionary<Guid, ScopeFigures>> OfAsync(IReadOnlyList<Guid> ids, UnitTier tier, CancellationToken cancellation)
    {
        var found = await KeptAsync(ids, tier, cancellation);
        var left = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (left.Count > 0)
        {
            var lines = await Rows(left).Select(FigureLine.FromRow).ToListAsync(cancellation);
            var bySnapshot = lines.Where(l => l.IsIn(tier)).ToLookup(l => l.SnapshotId);
            foreach (var id in left)
            {
                found[id] = await MadeAsync(id, [.. bySnapshot[id]], cancellation);
            }
        }

        return found;
    }

    /// <summary>How many organs and branches of the head the actor sees.</summary>
    public async Task<(int Organs, int Branches)> TiersAsync(CancellationToken cancellation)
    {
        var kept = await KeptAsync([head.Id], UnitTier.Organs, cancellation);
        if (kept.TryGetValue(head.Id, out var organs))
        {
            return (organs.Count, (await KeptAsync([head.Id], UnitTier.Branches, cancellation))[head.Id].Count);
        }

        var counts = await Rows([head.Id]).GroupBy(s => s.Tier == 0).Select(g => new { IsOrgan = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return (counts.Where(c => c.IsOrgan).Sum(c => c.Count), counts.Where(c => !c.IsOrgan).Sum(c => c.Count));
    }

    public IQueryable<OrganisationScore> Rows(IReadOnlyList<Guid> ids) =>
        db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath).Where(s => ids.Contains(s.SnapshotId));

    private async Task<ScopeFigures> MadeAsync(Guid id, List<FigureLine> lines, CancellationToken cancellation)
    {
        if (id != head.Id)
        {
            return ScopeFigures.Of(lines, 0, head.Limits.Gap.Yellow, null);
        }

        var run = await snapshots.AbsencesAsync(db, head, lines.Select(l => l.Position), cancellation);
        var codes = run.Structure.Nodes.Take(run.Structure.ItemCount).Select(n => n.Code).ToList();
        return ScopeFigures.Of(lines, codes.Count, head.Limits.Gap.Yellow, (item, at) => (AbsenceReason)run.Narrow(ColumnKind.Absence, codes[item], at));
    }

    // Medians of two subtrees do not add up to one: kept figures serve where one top holds all the actor sees.
    private async Task<Dictionary<Guid, ScopeFigures>> KeptAsync(IReadOnlyList<Guid> ids, UnitTier tier, CancellationToken cancellation)
    {
        var tops = actor.PathsFor(permission);
        var names = tops.Select(t => SnapshotFigure.OfScope(t, tier)).ToList();
        var kept = await db.Set<SnapshotFigure>().Where(f => ids.Contains(f.SnapshotId) && names.Contains(f.Name))
            .Select(f => new { f.SnapshotId, f.Name, f.Content }).ToListAsync(cancellation);
        if (kept.Count == 0)
        {
            return [];
        }

        var others = tops.Where(t => t != TopOf(kept[0].Name, tops, tier)).ToList();
        var elsewhere = others.Count == 0 ? [] : await db.Set<OrganisationScore>().Within(others, s => s.ScopePath)
            .Where(s => ids.Contains(s.SnapshotId)).Select(s => s.SnapshotId).Distinct().ToListAsync(cancellation);
        return kept.Where(k => k.Name == kept[0].Name && !elsewhere.Contains(k.SnapshotId)).ToDictionary(k => k.SnapshotId, k => FigureMaking.Read<ScopeFigures>(k.Content));
    }

    private static string TopOf(string name, IReadOnlyList<string> tops, UnitTier tier) => tops.Single(t => SnapshotFigure.OfScope(t, tier) == name);
}
