using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Everything about one organisation in one quarter. The number of commands does not depend on how many organisations or items there are.</summary>
public sealed class OrganisationCardQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerCard = 64 * 1024;
    private const int PathStep = 11;

    /// <summary>Null where the organisation is not in the snapshot or the actor may not see it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public Task<CardView?> FindAsync(Actor actor, Guid unitId, Quarter? quarter, bool preview, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, unitId, quarter, preview, cancellation), cancellation);

    private async Task<CardView?> FindAsync(YipanqiDb db, Actor actor, Guid unitId, Quarter? quarter, bool preview, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, quarter, preview) is not { } head)
        {
            return null;
        }

        var trend = SnapshotStore.Trend(heads, head);
        var view = await snapshots.KeepAsync(
            actor, SnapshotStore.PermissionFor(actor, head), head.Id, $"card {unitId} {head.Version} {string.Join(' ', trend.Select(t => t.Id))}",
            () => MakeAsync(db, actor, unitId, head, SnapshotStore.Before(heads, head), trend, cancellation), _ => BytesPerCard);
        return view is null ? null : view with { Quarters = SnapshotStore.Choices(heads) };
    }

    private async Task<CardView?> MakeAsync(
        YipanqiDb db, Actor actor, Guid unitId, SnapshotHead head, SnapshotHead? before, IReadOnlyList<SnapshotHead> trend, CancellationToken cancellation)
    {
        var ids = trend.Select(t => t.Id).ToList();
        var permission = SnapshotStore.PermissionFor(actor, head);
        var own = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath)
            .Where(s => s.UnitId == unitId && ids.Contains(s.SnapshotId)).ToDictionaryAsync(s => s.SnapshotId, cancellation);
        if (!own.TryGetValue(head.Id, out var line))
        {
            return null;
        }

        var now = await CardRows.OpenAsync(db, snapshots, head, line, cancellation);
        var earlier = before is not null && own.TryGetValue(before.Id, out var old) ? await CardRows.OpenAsync(db, snapshots, before, old, cancellation) : null;
        var sources = await CardSources.LoadAsync(db, actor, permission, head.Quarter, now.Definition, line, cancellation);
        var facts = await FactsAsync(db, line, head.Quarter.LastDay, cancellation);
        return new CardView(
            [], head, now.Head(facts.Name, facts.Group, earlier?.Line), now.Dimensions(sources), now.Obstacles(), now.Way(), History(trend, own),
            now.Contributions(earlier), await ParentAsync(db, actor, permission, line, cancellation), await ChildrenAsync(db, actor, permission, line, cancellation))
        {
            Adjustments = CardAdjustments.Of(now.Adjustments, line),
        };
    }

    private static async Task<(string Name, string Group)> FactsAsync(YipanqiDb db, OrganisationScore line, DateOnly day, CancellationToken cancellation)
    {
        // As it was called at the quarter's end.
        var name = await db.Set<Unit>().Where(u => u.Id == line.UnitId)
            .Select(u => db.Set<UnitPast>().Where(p => p.TenantId == u.TenantId && p.UnitId == u.Id && p.FromDay <= day && p.ToDay >= day).Select(p => p.Name).FirstOrDefault() ?? u.Name)
            .SingleOrDefaultAsync(cancellation);
        var group = await db.Set<PeerGroup>().Where(g => g.Id == line.PeerGroupId).Select(g => g.Name).SingleOrDefaultAsync(cancellation);
        return (name ?? line.ShortName, group ?? "");
    }

    private static IReadOnlyList<CardQuarter> History(IReadOnlyList<SnapshotHead> trend, Dictionary<Guid, OrganisationScore> own) =>
        [.. trend.Where(t => own.ContainsKey(t.Id)).Select(t => (t.Quarter, Line: own[t.Id])).Select(p => new CardQuarter(
            p.Quarter, p.Line.IndexScore, p.Line.PartyScore, p.Line.BusinessScore, p.Line.Gap, p.Line.Coordination, p.Line.Level, p.Line.Rank == 0 ? null : p.Line.Rank))];

    private static async Task<BoardOrganisation?> ParentAsync(YipanqiDb db, Actor actor, Permission permission, OrganisationScore line, CancellationToken cancellation)
    {
        var above = Enumerable.Range(1, Math.Max(0, (line.Path.Length / PathStep) - 1)).Select(depth => line.Path[..(depth * PathStep)]).ToList();
        var found = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath)
            .Where(s => s.SnapshotId == line.SnapshotId && above.Contains(s.Path))
            .Select(BoardLine.FromRow).ToListAsync(cancellation);
        return found.MaxBy(f => f.Tier)?.ToOrganisation();
    }

    private static async Task<IReadOnlyList<BoardOrganisation>> ChildrenAsync(
        YipanqiDb db, Actor actor, Permission permission, OrganisationScore line, CancellationToken cancellation)
    {
        var below = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath).Within([line.Path], s => s.Path)
            .Where(s => s.SnapshotId == line.SnapshotId && s.Tier == line.Tier + 1)
            .Select(BoardLine.FromRow).ToListAsync(cancellation);
        return [.. below.OrderBy(b => b.Index ?? double.MaxValue).ThenBy(b => b.Code, StringComparer.Ordinal).Select(b => b.ToOrganisation())];
    }
}
