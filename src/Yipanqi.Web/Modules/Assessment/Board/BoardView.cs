namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The board of one quarter, limited to what the actor may see.</summary>
/// <param name="Quarters">All quarters with a snapshot the actor may open, newest first.</param>
/// <param name="Groups">By peer group in its order; organisations without a group last. Of many organisations the most serious are listed.</param>
/// <param name="PreviousLevels">Level counts of the previous published quarter, same filter; null where there is none.</param>
/// <param name="Trend">The last 8 published quarters up to this one, oldest first, same filter.</param>
/// <param name="OrganCount">How many the filter 机关 would show.</param>
/// <param name="BranchCount">How many the filter 支部 would show.</param>
public sealed record BoardView(
    IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Head, UnitTier Tier, int OrganCount, int BranchCount,
    IReadOnlyList<BoardGroup> Groups, LevelTally Levels, LevelTally? PreviousLevels, IReadOnlyList<BoardQuarter> Trend, CoverageView Coverage)
{
    /// <summary>Counts and medians over all organisations of the filter, those that are not listed included.</summary>
    public required ScopeFigures Figures { get; init; }

    /// <summary>Organisations whose two tracks are drawn: all, or of many those with the widest gaps.</summary>
    public required IReadOnlyList<BoardOrganisation> Tracks { get; init; }

    /// <summary>Whether every organisation is listed; else the most serious alone.</summary>
    public bool IsWhole => Groups.Sum(g => g.Organisations.Count) == Levels.Total;
}
