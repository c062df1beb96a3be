namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Tames outliers before scaling by comparison, so that one extreme unit does not press all others together. Not needed with goalposts.
/// See docs/methods/treatment-and-imputation.md.
/// </summary>
public static class OutlierTreatment
{
    private const double LogOffsetShare = 0.01;

    /// <summary>
    /// While the column fails <see cref="DistributionShape"/> and fewer than <paramref name="mostPoints"/> cells were changed, all cells at
    /// the outlying end (high where skewness ≥ 0, else low) are set to the next distinct value. If it still fails, the original values
    /// become <c>ln(x − min x + 0.01·(max x − min x))</c>.
    /// </summary>
    /// <param name="x">The column; missing is NaN and stays so.</param>
    /// <param name="mostPoints">Number of changed cells at which winsorising stops; a tie may carry it past.</param>
    /// <param name="skewnessThreshold">Threshold of |skewness|.</param>
    /// <param name="kurtosisThreshold">Threshold of the excess kurtosis.</param>
    /// <exception cref="IndexRefusedException"><c>shape_undefined</c> for fewer than four values or a constant column.</exception>
    /// <remarks>Source: COINr, functions Treat, winsorise and log_CT (Becker et al. 2022, JOSS 7(78) 4567).</remarks>
    public static TreatedColumn WinsoriseThenLog(
        ReadOnlySpan<double> x,
        int mostPoints = 5,
        double skewnessThreshold = DistributionShape.SkewnessThreshold,
        double kurtosisThreshold = DistributionShape.KurtosisThreshold)
    {
        var before = DistributionShape.Of(x, skewnessThreshold, kurtosisThreshold);
        if (double.IsNaN(before.ExcessKurtosis))
        {
            throw new IndexRefusedException("shape_undefined", "The column has fewer than four values or does not vary, so outliers cannot be told: leave it untreated.");
        }

        var values = x.ToArray();
        var points = new TreatedPoint[x.Length];
        var shape = before;
        var changed = 0;
        while (!shape.Passes && changed < mostPoints && Column.Varies(values))
        {
            Pull(values, points, shape.Skewness >= 0);
            changed = points.Count(point => point != TreatedPoint.Kept);
            shape = DistributionShape.Of(values, skewnessThreshold, kurtosisThreshold);
        }

        if (shape.Passes)
        {
            return new TreatedColumn(values, before, changed, shape, null, points);
        }

        Log(x, values);
        return new TreatedColumn(values, before, changed, shape, DistributionShape.Of(values, skewnessThreshold, kurtosisThreshold), points);
    }

    private static void Pull(double[] values, TreatedPoint[] points, bool high)
    {
        var (min, max, _) = Column.Extent(values);
        var end = high ? max : min;
        var next = high ? min : max;
        foreach (var value in values)
        {
            if (high ? value < max && value > next : value > min && value < next)
            {
                next = value;
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == end)
            {
                (values[i], points[i]) = (next, high ? TreatedPoint.WinsorisedHigh : TreatedPoint.WinsorisedLow);
            }
        }
    }

    private static void Log(ReadOnlySpan<double> x, double[] values)
    {
        var (min, max, _) = Column.Extent(x);
        var offset = LogOffsetShare * (max - min);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Log(x[i] - min + offset);
        }
    }
}
