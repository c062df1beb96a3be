using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Leaders and laggards of all peer groups. Only their lines are read, the others are counted by the database.</summary>
public sealed class RaceQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <summary>Most leaders, and most laggards, that are shown of one group; the ranking lists all.</summary>
    public const int MostOfGroup = 12;

    /// <summary>Null where no quarter is published or the actor sees no organisation in it.</summary>
    /// <param name="tier">Which organisations; 机关 where nothing is asked and there are any.</param>
    public Task<RaceView?> FindAsync(Actor actor, Quarter? quarter, UnitTier? tier, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, quarter, tier, cancellation), cancellation);

    private async Task<RaceView?> FindAsync(YipanqiDb db, Actor actor, Quarter? quarter, UnitTier? asked, CancellationToken cancellation)
    {
        var heads = (await snapshots.HeadsAsync(db, actor, cancellation)).Where(h => h.Status == SnapshotStatus.Published).ToList();
        if (SnapshotStore.Pick(heads, quarter, preview: false) is not { } head)
        {
            return null;
        }

        var (key, beforeId) = (head.Quarter.Key, SnapshotStore.Before(heads, head)?.Id);
        var all = db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath).Where(s => s.SnapshotId == head.Id);
        var tier = await all.TierAsync(asked, cancellation);
        var seen = all.In(tier);
        var counts = await seen.GroupBy(s => new { s.PeerGroupId, s.Verdict, IsRanked = s.Rank > 0 })
            .Select(g => new Count(g.Key.PeerGroupId, g.Key.Verdict, g.Key.IsRanked, g.Count(), g.Max(s => s.Ranked))).ToListAsync(cancellation);
        var told = await seen.Where(s => s.Verdict != RankStanding.None).OrderBy(s => s.PeerGroupId).ThenBy(s => s.Rank).ThenBy(s => s.Position).Select(ComparedLine.FromRow).ToListAsync(cancellation);
        var shown = told.GroupBy(l => (l.PeerGroupId, l.Verdict)).SelectMany(g => g.Key.Verdict == RankStanding.Leader ? g.Take(MostOfGroup) : g.TakeLast(MostOfGroup)).ToList();
        var ids = shown.Select(l => l.UnitId).ToList();
        var old = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath).Where(s => s.SnapshotId == beforeId && ids.Contains(s.UnitId))
            .Select(ComparedLine.FromRow).ToDictionaryAsync(l => l.UnitId, cancellation);
        var talks = (await db.Set<StageTalk>().Where(t => t.QuarterKey == key && ids.Contains(t.UnitId)).Select(t => t.UnitId).ToListAsync(cancellation)).ToHashSet();
        var names = await PeerGroupNames.LoadAsync(db, cancellation);
        var lines = shown.ToLookup(l => (l.PeerGroupId, l.Verdict), l => LineOf(l, old.GetValueOrDefault(l.UnitId), talks));
        var groups = names.Where(n => counts.Any(c => c.GroupId == n.Id)).Select(n => GroupOf(n.Id, n.Name, counts, lines)).ToList();
        return groups.Count == 0 ? null : new RaceView(SnapshotStore.Choices(heads), head, tier, groups);
    }

    private static RaceView.Group GroupOf(Guid? id, string name, List<Count> all, ILookup<(Guid?, RankStanding), RaceView.Line> lines)
    {
        var own = all.Where(c => c.GroupId == id).ToList();
        return new(
            id, name, own.Max(c => c.Ranked), Told(RankStanding.Leader), [.. lines[(id, RankStanding.Leader)]], Told(RankStanding.Laggard), [.. lines[(id, RankStanding.Laggard)]],
            own.Where(c => c is { IsRanked: true, Verdict: RankStanding.None }).Sum(c => c.Number), own.Where(c => !c.IsRanked).Sum(c => c.Number));

        int Told(RankStanding verdict) => own.Where(c => c.IsRanked && c.Verdict == verdict).Sum(c => c.Number);
    }

    private static RaceView.Line LineOf(ComparedLine now, ComparedLine? was, HashSet<Guid> talks) => new(
        now.UnitId, now.ShortName, now.Level, now.Index, now.Index - was?.Index, now.Rank, now.RankLow, now.RankHigh,
        was is { Rank: > 0 } && was.PeerGroupId == now.PeerGroupId ? was.Rank : null, talks.Contains(now.UnitId));

    private sealed record Count(Guid? GroupId, RankStanding Verdict, bool IsRanked, int Number, int Ranked);
}
