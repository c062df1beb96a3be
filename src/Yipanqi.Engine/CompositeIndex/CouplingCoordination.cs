namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// How far two or more systems develop together: coupling C (are they alike), development T (are they high), degree <c>D = √(C·T)</c>.
/// Scores U are within [0, 1] (rounding beyond by 1e-9 is cut off), weights sum to 1, NaN is a missing score. See docs/methods/coupling.md.
/// </summary>
/// <remarks>
/// All methods throw <see cref="IndexRefusedException"/> with <c>score_outside_0_1</c>, <c>weights_not_one</c>, <c>too_few_systems</c>.
/// </remarks>
public static class CouplingCoordination
{
    private const double Rounding = 1e-9;

    private delegate double CouplingOf(ReadOnlySpan<double> u);

    /// <summary>Two systems, classical: <c>C = 2·√(U1·U2)/(U1+U2)</c>, <c>T = a·U1 + b·U2</c>.</summary>
    /// <param name="u1">Score of the first system.</param>
    /// <param name="u2">Score of the second system.</param>
    /// <param name="a">Weight of the first system; the second has b = 1−a.</param>
    public static CouplingResult Classical(double u1, double u2, double a = 0.5) => Classical([u1, u2], [a, 1 - a]);

    /// <summary>Two systems, adjusted: <c>C = √((1 − |U1−U2|)·min/max)</c>, which sees an imbalance that the classical C hardly does.</summary>
    /// <param name="u1">Score of the first system.</param>
    /// <param name="u2">Score of the second system.</param>
    /// <param name="a">Weight of the first system; the second has b = 1−a.</param>
    public static CouplingResult Adjusted(double u1, double u2, double a = 0.5) => Adjusted([u1, u2], [a, 1 - a]);

    /// <summary>n systems, classical: <c>C = n·(ΠU)^(1/n) / ΣU</c>, the geometric over the arithmetic mean; <c>T = Σ w·U</c>.</summary>
    public static CouplingResult Classical(ReadOnlySpan<double> u, ReadOnlySpan<double> weights) => Solve(u, weights, ClassicalCoupling);

    /// <summary>
    /// n systems, adjusted: <c>C = √((1 − Σ_{i&gt;j}|Ui−Uj| / Σ_{m=1}^{n−1} m) · (Π Ui/max U)^{1/(n−1)})</c>; <c>T = Σ w·U</c>.
    /// </summary>
    /// <remarks>Source: Wang Shujia et al. 2021, 自然资源学报 36(3) 793–810.</remarks>
    public static CouplingResult Adjusted(ReadOnlySpan<double> u, ReadOnlySpan<double> weights) => Solve(u, weights, AdjustedCoupling);

    private static CouplingResult Solve(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, CouplingOf coupling)
    {
        RequireWeights(scores, weights);
        Span<double> u = scores.Length <= 16 ? stackalloc double[scores.Length] : new double[scores.Length];
        double development = 0;
        var (lowest, highest) = (0, 0);
        for (var i = 0; i < u.Length; i++)
        {
            if (double.IsNaN(scores[i]))
            {
                return default;
            }

            u[i] = WithinUnit(scores[i], i);
            development += weights[i] * u[i];
            lowest = u[i] < u[lowest] ? i : lowest;
            highest = u[i] > u[highest] ? i : highest;
        }

        development = Math.Min(1, development);
        var gap = u[highest] - u[lowest];
        double? c = u[highest] > 0 ? Math.Min(1, coupling(u)) : null;
        return new CouplingResult(c, development, Math.Sqrt((c ?? 0) * development), gap, gap > 0 ? lowest : null);
    }

    private static double ClassicalCoupling(ReadOnlySpan<double> u)
    {
        if (u.Length == 2)
        {
            return 2 * Math.Sqrt(u[0] * u[1]) / (u[0] + u[1]);
        }

        double product = 1, sum = 0;
        foreach (var score in u)
        {
            product *= score;
            sum += score;
        }

        return u.Length * Math.Pow(product, 1.0 / u.Length) / sum;
    }

    private static double AdjustedCoupling(ReadOnlySpan<double> u)
    {
        double max = 0, differences = 0, product = 1;
        foreach (var score in u)
        {
            max = Math.Max(max, score);
        }

        for (var i = 0; i < u.Length; i++)
        {
            product *= u[i] / max;
            for (var j = 0; j < i; j++)
            {
                differences += Math.Abs(u[i] - u[j]);
            }
        }

        var pairs = u.Length * (u.Length - 1) / 2;
        return Math.Sqrt(Math.Max(0, 1 - differences / pairs) * (u.Length == 2 ? product : Math.Pow(product, 1.0 / (u.Length - 1))));
    }

    private static double WithinUnit(double score, int position) =>
        score is >= -Rounding and <= 1 + Rounding
            ? Math.Clamp(score, 0, 1)
            : throw new IndexRefusedException("score_outside_0_1", $"Score {position + 1} is {score:R}, but coupling needs scores from 0 to 1: divide scores of 0–100 by 100.") { Column = position };

    private static void RequireWeights(ReadOnlySpan<double> u, ReadOnlySpan<double> weights)
    {
        if (u.Length < 2 || weights.Length != u.Length)
        {
            throw new IndexRefusedException("too_few_systems", $"There are {u.Length} scores and {weights.Length} weights: give at least two systems and one weight for each.");
        }

        double sum = 0;
        var least = double.PositiveInfinity;
        foreach (var weight in weights)
        {
            sum += weight;
            least = Math.Min(least, weight);
        }

        if (!(Math.Abs(sum - 1) <= Rounding) || !(least >= 0))
        {
            throw new IndexRefusedException("weights_not_one", $"The weights of the systems sum to {sum:R}, the least is {least:R}: give weights of at least 0 that sum to 1.");
        }
    }
}
