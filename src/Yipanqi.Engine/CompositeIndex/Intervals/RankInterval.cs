namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The rank of an organisation in its peer group and how far luck could have moved it.</summary>
/// <param name="Rank">Competition rank from 1; 0: not ranked.</param>
/// <param name="Lower">Fifth percentile of the rank over the redraws (the better end); 0: not ranked.</param>
/// <param name="Upper">95th percentile of the rank over the redraws; 0: not ranked.</param>
/// <param name="Ranked">Number of organisations ranked in the group.</param>
/// <param name="Standing">Leader or laggard only where the whole interval says so.</param>
public readonly record struct RankInterval(int Rank, int Lower, int Upper, int Ranked, RankStanding Standing)
{
    /// <summary>
    /// Leader where the interval lies wholly within the top ⌊n/3⌋ ranks, laggard wholly within the bottom ⌊n/3⌋:
    /// assessment rules, section 1, ranking.
    /// </summary>
    /// <param name="lower">Better end of the interval.</param>
    /// <param name="upper">Worse end of the interval.</param>
    /// <param name="ranked">Number n of organisations ranked.</param>
    public static RankStanding StandingOf(int lower, int upper, int ranked) =>
        upper <= ranked / 3 ? RankStanding.Leader : lower > ranked - ranked / 3 ? RankStanding.Laggard : RankStanding.None;
}
