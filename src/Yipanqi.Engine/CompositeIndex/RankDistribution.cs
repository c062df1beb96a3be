namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Where a unit's rank lies over many draws.</summary>
/// <param name="MeanRank">Mean of its ranks.</param>
/// <param name="Deviation">Their standard deviation (n−1).</param>
/// <param name="Low">Their 5 % quantile: the smallest rank that at least 5 % of the draws do not exceed.</param>
/// <param name="Median">Their median, by the same rule.</param>
/// <param name="High">Their 95 % quantile, by the same rule.</param>
/// <param name="TopTenShare">Share of the draws in which it ranks 10th or better, within [0, 1].</param>
public sealed record RankDistribution(double MeanRank, double Deviation, int Low, int Median, int High, double TopTenShare)
{
    private const int TopTen = 10;

    /// <summary>Summarises ranks.</summary>
    /// <param name="ranks">One rank per draw, at least one; sorted in place.</param>
    internal static RankDistribution Of(int[] ranks)
    {
        Array.Sort(ranks);
        var mean = ranks.Average();
        var squares = ranks.Sum(rank => (rank - mean) * (rank - mean));
        return new RankDistribution(
            mean,
            ranks.Length > 1 ? Math.Sqrt(squares / (ranks.Length - 1)) : 0,
            Quantile(ranks, 5),
            Quantile(ranks, 50),
            Quantile(ranks, 95),
            ranks.Count(rank => rank <= TopTen) / (double)ranks.Length);
    }

    private static int Quantile(int[] ascending, int percent) => ascending[(int)(((long)ascending.Length * percent + 99) / 100) - 1];
}
