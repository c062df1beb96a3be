using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The ranking of one peer group in one quarter. Five commands at most.</summary>
public sealed class RankingQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    private const int BytesPerOrganisation = 400;

    /// <summary>Null where no quarter has a snapshot the actor may open, or the actor sees no organisation in it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    /// <param name="peerGroupId">Null: the first group.</param>
    public Task<RankingView?> FindAsync(Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter, preview, peerGroupId, cancellation), cancellation);

    private async Task<RankingView?> FindAsync(YipanqiDb db, Actor actor, Quarter? quarter, bool preview, Guid? peerGroupId, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, quarter, preview) is not { } head)
        {
            return null;
        }

        var before = SnapshotStore.Before(heads, head);
        var all = await snapshots.KeepAsync(
            actor, SnapshotStore.PermissionFor(actor, head), head.Id, $"ranking {before?.Id}", () => MakeAsync(db, actor, head, before, cancellation),
            made => BytesPerOrganisation * (long)(1 + made.Sum(g => g.Rows.Count)));
        var chosen = all.Find(g => g.Group.Id == peerGroupId && peerGroupId is not null) ?? all.FirstOrDefault();
        return chosen is null ? null : new RankingView(
            SnapshotStore.Choices(heads), head, [.. all.Select(g => g.Group)], chosen.Group, chosen.Group.Ranked / 3,
            chosen.Rows.Count(r => r.Verdict == RankStanding.Leader), chosen.Rows.Count(r => r.Verdict == RankStanding.Laggard), chosen.Rows);
    }

    private static async Task<List<GroupRows>> MakeAsync(YipanqiDb db, Actor actor, SnapshotHead head, SnapshotHead? before, CancellationToken cancellation)
    {
        var lines = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, SnapshotStore.PermissionFor(actor, head), s => s.ScopePath)
            .Where(s => s.SnapshotId == head.Id).Select(BoardLine.FromRow)
            .ToListAsync(cancellation);
        var beforeId = before?.Id;
        var old = await db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == beforeId && s.Rank > 0)
            .Within(actor, SnapshotStore.PermissionFor(actor, head), s => s.ScopePath)
            .Select(s => new { s.UnitId, s.PeerGroupId, s.Rank }).ToDictionaryAsync(s => (s.UnitId, s.PeerGroupId), s => s.Rank, cancellation);
        var groups = await PeerGroupNames.LoadAsync(db, cancellation);
        return [.. PeerGroupNames.Part(groups, lines).Select(g => new GroupRows(
            new RankingGroup(g.Id, g.Name, g.Lines.Count, g.Lines.Max(l => l.Ranked)),
            [.. g.Lines.OrderBy(l => l.Rank == 0).ThenBy(l => l.Rank).ThenByDescending(l => l.Index).ThenBy(l => l.Code, StringComparer.Ordinal)
                .Select(l => l.ToRankingRow(old))]))];
    }

    private sealed record GroupRows(RankingGroup Group, IReadOnlyList<RankingRow> Rows);
}
