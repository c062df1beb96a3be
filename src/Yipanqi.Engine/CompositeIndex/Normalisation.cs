namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Brings one column of raw figures, one cell per unit, to a common scale on which more is better.
/// Missing cells are NaN; they are left out of every minimum, mean and rank and stay NaN. A column without any value
/// comes back without any value. Input and output are allocated by the caller, have the same length and may be the same span.
/// </summary>
/// <remarks>
/// Every method refuses (<see cref="IndexRefusedException"/>) a column whose present values are all equal, since such a
/// column tells units apart by nothing: leave the item out of the run or score it by <see cref="Goalposts"/>.
/// Definitions: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5. See docs/methods/normalisation.md.
/// </remarks>
public static partial class Normalisation
{
    /// <summary>
    /// Linear from the worst present value (<paramref name="lower"/>) to the best (<paramref name="upper"/>):
    /// <c>l + (u−l)·(y−min y)/(max y−min y)</c> with <c>y = d·x</c>.
    /// </summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="lower">Score of the worst value.</param>
    /// <param name="upper">Score of the best value, above <paramref name="lower"/>.</param>
    /// <param name="y">Receives the scores, within [lower, upper].</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>not_finite</c>, <c>bounds_reversed</c>.</exception>
    public static void MinMax(ReadOnlySpan<double> x, Direction d, double lower, double upper, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        if (!(lower < upper))
        {
            throw new IndexRefusedException(
                "bounds_reversed", $"The lower bound {lower:R} is not below the upper bound {upper:R}: exchange them and set the direction instead.");
        }

        var (min, max, count) = Column.Extent(x);
        if (count == 0)
        {
            y.Fill(double.NaN);
            return;
        }

        RequireVariation(min, max, count);
        var sign = (double)d;
        var least = d == Direction.Benefit ? min : -max;
        var range = max - min;
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = lower + (upper - lower) * (sign * x[i] - least) / range;
        }
    }

    /// <summary>Standard scores: <c>m + s·(y−mean y)/sd y</c> with <c>y = d·x</c> and the sample deviation (n−1).</summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="mean">Mean m of the scores; 0 for standard scores, 50 for the scale of the assessment.</param>
    /// <param name="sd">Deviation s of the scores, above 0; 1 for standard scores, 10 for the scale of the assessment.</param>
    /// <param name="y">Receives the scores; they are not cut to any range.</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>not_finite</c>, <c>deviation_not_positive</c>.</exception>
    public static void ZScore(ReadOnlySpan<double> x, Direction d, double mean, double sd, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        if (!(sd > 0))
        {
            throw new IndexRefusedException("deviation_not_positive", $"The deviation of the scores is {sd:R}: give a positive number, for instance 10.");
        }

        var (min, max, count) = Column.Extent(x);
        if (count == 0)
        {
            y.Fill(double.NaN);
            return;
        }

        RequireVariation(min, max, count);
        var (centre, spread) = Column.MeanAndDeviation(x);
        var sign = (double)d;
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = mean + sd * (sign * (x[i] - centre)) / spread;
        }
    }

    /// <summary>
    /// Share of the other units that are worse: <c>(r−1)/(N−1)</c>, r the ascending rank of <c>d·x</c> where ties all
    /// take the least rank of their group, N the number of units with a value. Within [0, 1].
    /// </summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the scores.</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>not_finite</c>.</exception>
    public static void PercentileRank(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        var count = CountWorse(x, d, y);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] /= count - 1;
        }
    }

    /// <summary>Number of units that are worse: <c>r−1</c>, r as in <see cref="PercentileRank"/>. Within [0, N−1].</summary>
    /// <param name="x">Raw figures, in any unit.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the counts.</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>not_finite</c>.</exception>
    public static void Borda(ReadOnlySpan<double> x, Direction d, Span<double> y) => CountWorse(x, d, y);

    private static int CountWorse(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        var (min, max, count) = Column.Extent(x);
        if (count > 0)
        {
            RequireVariation(min, max, count);
        }

        var ascending = new double[count];
        var next = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
            {
                ascending[next++] = (double)d * value;
            }
        }

        Array.Sort(ascending);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = double.IsNaN(x[i]) ? double.NaN : Column.CountBelow(ascending, (double)d * x[i]);
        }

        return count;
    }

    private static void RequireVariation(double min, double max, int count)
    {
        if (min == max)
        {
            throw new IndexRefusedException(
                "constant_column",
                $"All {count} present values are {min:R}, so the column cannot be scaled by comparison: leave it out of this run or score it by goalposts.");
        }
    }
}
