namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What to look at in a column before using it. Figures are NaN where undefined.</summary>
/// <param name="Min">Smallest present value.</param>
/// <param name="Max">Largest present value.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Median.</param>
/// <param name="Deviation">Sample standard deviation (n−1).</param>
/// <param name="Skewness">Sample skewness of type 2.</param>
/// <param name="ExcessKurtosis">Sample excess kurtosis of type 2.</param>
/// <param name="Available">Number of present values.</param>
/// <param name="NonZero">Number of present values other than 0.</param>
/// <param name="Unique">Number of distinct present values.</param>
public sealed record ColumnSummary(
    double Min, double Max, double Mean, double Median, double Deviation, double Skewness, double ExcessKurtosis, int Available, int NonZero, int Unique)
{
    /// <summary>Summarises a column; missing is NaN.</summary>
    public static ColumnSummary Of(ReadOnlySpan<double> x)
    {
        var present = Column.Present(x);
        var (min, max, count) = Column.Extent(present);
        return new ColumnSummary(
            count > 0 ? min : double.NaN,
            count > 0 ? max : double.NaN,
            Column.Mean(present),
            Statistics.Median(present),
            Statistics.StandardDeviation(present),
            Statistics.Skewness(present),
            Statistics.ExcessKurtosis(present),
            count,
            present.Count(value => value != 0),
            present.Distinct().Count());
    }
}
