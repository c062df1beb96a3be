using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The ranking of one peer group in one quarter. A page of it is one range of an index, however large the group.</summary>
public sealed class RankingQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerRow = 400;

    /// <summary>The whole ranking.</summary>
    public Task<RankingView?> FindAsync(Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, CancellationToken cancellation) =>
        FindAsync(actor, quarter, preview, peerGroupId, 0, int.MaxValue, cancellation);

    /// <summary>Null where no quarter has a snapshot the actor may open, or the actor sees no organisation in it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    /// <param name="peerGroupId">Null: the first group.</param>
    public Task<RankingView?> FindAsync(
        Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, int skip, int take, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter, preview, peerGroupId, skip, take, cancellation), cancellation);

    private async Task<RankingView?> FindAsync(
        YipanqiDb db, Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, int skip, int take, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, quarter, preview) is not { } head)
        {
            return null;
        }

        var permission = SnapshotStore.PermissionFor(actor, head);
        var scope = new ScopeLoad(snapshots, db, actor, head);
        var groups = await snapshots.KeepAsync(
            actor, permission, head.Id, $"groups {head.Version}", () => GroupsAsync(db, scope, head, cancellation), made => BytesPerRow * (long)(1 + made.Count));
        if ((groups.Find(g => g.Id == peerGroupId && peerGroupId is not null) ?? groups.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var known = groups.Where(g => g.Id is not null).Select(g => g.Id).ToList();
        var rows = scope.Rows([head.Id]).Where(s => chosen.Id == null ? !known.Contains(s.PeerGroupId) : s.PeerGroupId == chosen.Id);
        var lines = await snapshots.KeepAsync(
            actor, permission, head.Id, $"ranking {head.Version} {chosen.Id} {skip} {take}",
            () => rows.OrderBy(s => s.Place).ThenBy(s => s.Position).Skip(skip).Take(take).Select(BoardLine.FromRow).ToListAsync(cancellation),
            made => BytesPerRow * (long)(1 + made.Count));
        var verdicts = await snapshots.KeepAsync(
            actor, permission, head.Id, $"verdicts {head.Version} {chosen.Id}", () => VerdictsAsync(rows, cancellation), _ => BytesPerRow);
        return new RankingView(
            SnapshotStore.Choices(heads), head, groups, chosen, chosen.Ranked / 3, verdicts.Leaders, verdicts.Laggards, [.. lines.Select(l => l.ToRankingRow())]);
    }

    private static async Task<List<RankingGroup>> GroupsAsync(YipanqiDb db, ScopeLoad scope, SnapshotHead head, CancellationToken cancellation)
    {
        var figures = (await scope.OfAsync([head.Id], UnitTier.All, cancellation))[head.Id];
        var names = await PeerGroupNames.LoadAsync(db, cancellation);
        var known = names.Where(n => n.Id is not null).Select(n => n.Id).ToHashSet();
        var counted = figures.Groups.ToLookup(g => known.Contains(g.Id) ? g.Id : null);
        return [.. names.Where(n => counted[n.Id].Any())
            .Select(n => new RankingGroup(n.Id, n.Name, counted[n.Id].Sum(g => g.Levels.Total), counted[n.Id].Max(g => g.Ranked)))];
    }

    private static async Task<(int Leaders, int Laggards)> VerdictsAsync(IQueryable<OrganisationScore> rows, CancellationToken cancellation)
    {
        var counts = await rows.Where(s => s.Verdict != RankStanding.None).GroupBy(s => s.Verdict).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return (counts.GetValueOrDefault(RankStanding.Leader), counts.GetValueOrDefault(RankStanding.Laggard));
    }
}
