namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Statistics of one column. Missing cells (NaN) are left out. NaN where a figure is undefined for want of values or of variation.
/// </summary>
/// <remarks>See docs/methods/statistics.md.</remarks>
public static class Statistics
{
    /// <summary>Arithmetic mean.</summary>
    public static double Mean(ReadOnlySpan<double> x) => Column.Mean(x);

    /// <summary>Sample standard deviation, with n−1; needs two values.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> x) => Column.MeanAndDeviation(x).Deviation;

    /// <summary>Middle value, or the mean of the two middle ones.</summary>
    public static double Median(ReadOnlySpan<double> x) => Quantile(x, 0.5);

    /// <summary>
    /// Quantile by linear interpolation between order statistics, position <c>(n−1)·share</c> from the smallest
    /// (type 7 of Hyndman and Fan 1996, The American Statistician 50(4)).
    /// </summary>
    /// <param name="x">Values.</param>
    /// <param name="share">Share of the values below, within [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not within [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<double> x, double share)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Give a share from 0 to 1.");
        }

        var ascending = Column.Present(x);
        if (ascending.Length == 0)
        {
            return double.NaN;
        }

        Array.Sort(ascending);
        var position = (ascending.Length - 1) * share;
        var below = (int)position;
        return below + 1 < ascending.Length
            ? ascending[below] + (position - below) * (ascending[below + 1] - ascending[below])
            : ascending[below];
    }

    /// <summary>
    /// Sample skewness of type 2, <c>G₁ = g₁·√(n(n−1))/(n−2)</c>, <c>g₁ = √n·S₃/S₂^1.5</c>, S_k the sum of k-th powers of the
    /// deviations from the mean. Needs three values that are not all equal.
    /// </summary>
    /// <remarks>Joanes and Gill 1998, Comparing measures of sample skewness and kurtosis, The Statistician 47(1); as in spreadsheets.</remarks>
    public static double Skewness(ReadOnlySpan<double> x)
    {
        var (n, s2, s3, _) = Powers(x);
        return n < 3 || s2 == 0 ? double.NaN : Math.Sqrt(n) * s3 / Math.Pow(s2, 1.5) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    /// <summary>
    /// Sample excess kurtosis of type 2, <c>G₂ = ((n+1)(n·S₄/S₂²−3)+6)(n−1)/((n−2)(n−3))</c>; 0 for a normal distribution.
    /// Needs four values that are not all equal.
    /// </summary>
    /// <remarks>Joanes and Gill 1998, as for <see cref="Skewness"/>.</remarks>
    public static double ExcessKurtosis(ReadOnlySpan<double> x)
    {
        var (n, s2, _, s4) = Powers(x);
        return n < 4 || s2 == 0 ? double.NaN : ((n + 1) * (n * s4 / (s2 * s2) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
    }

    private static (double Count, double Second, double Third, double Fourth) Powers(ReadOnlySpan<double> x)
    {
        var present = Column.Present(x);
        if (!Column.Varies(present))
        {
            return (present.Length, 0, 0, 0);
        }

        double mean = Column.Mean(present), second = 0, third = 0, fourth = 0;
        foreach (var value in present)
        {
            var deviation = value - mean;
            var square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }

        return (present.Length, second, third, fourth);
    }
}
