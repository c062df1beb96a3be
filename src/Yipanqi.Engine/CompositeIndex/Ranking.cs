namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Places in an order of merit.</summary>
public static class Ranking
{
    /// <summary>Scores nearer to each other than this, relative to max(1, |score|), are tied: below it a difference is rounding.</summary>
    public const double TieTolerance = 1e-9;

    /// <summary>
    /// Standard competition ranks ("1224"), highest score first: 1 + the number of units with a strictly higher score.
    /// Scores that differ by no more than <c>1e-9·max(1, |score|)</c> are tied and share the best rank.
    /// </summary>
    /// <param name="scores">Unrounded scores; NaN has no score.</param>
    /// <param name="ranks">Receives the ranks from 1; 0 where there is no score.</param>
    public static void Competition(ReadOnlySpan<double> scores, Span<int> ranks)
    {
        if (scores.Length != ranks.Length)
        {
            throw new ArgumentException($"{scores.Length} scores and {ranks.Length} ranks: give spans of the same length.");
        }

        var ascending = Column.Present(scores);
        Array.Sort(ascending);
        for (var i = 0; i < scores.Length; i++)
        {
            ranks[i] = double.IsNaN(scores[i]) ? 0 : 1 + ascending.Length - CountUpTo(ascending, scores[i]);
        }
    }

    /// <summary>Whether the first score is higher than the second by more than rounding.</summary>
    public static bool IsHigher(double score, double other) => score - other > TieTolerance * Math.Max(1, Math.Abs(other));

    private static int CountUpTo(double[] ascending, double score)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (IsHigher(ascending[middle], score))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
