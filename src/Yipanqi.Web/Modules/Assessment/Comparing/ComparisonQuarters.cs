namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The two published quarters a comparison takes: as asked, else the newest and the one before it.</summary>
internal sealed record ComparisonQuarters(IReadOnlyList<QuarterChoice> Choices, SnapshotHead Before, SnapshotHead After)
{
    /// <summary>Null where fewer than two quarters are published. Asked the wrong way round, the earlier one comes first.</summary>
    public static ComparisonQuarters? Of(IReadOnlyList<SnapshotHead> heads, Quarter? from, Quarter? to)
    {
        var published = heads.Where(h => h.Status == SnapshotStatus.Published).ToList();
        if (published.Count < 2)
        {
            return null;
        }

        var after = published.Find(h => h.Quarter == to) ?? published[0];
        var before = published.Find(h => h.Quarter == from && h.Id != after.Id) ?? published.Find(h => h.Quarter.CompareTo(after.Quarter) < 0) ?? published[^2];
        return before.Quarter.CompareTo(after.Quarter) <= 0
            ? new(SnapshotStore.Choices(published), before, after)
            : new(SnapshotStore.Choices(published), after, before);
    }
}
