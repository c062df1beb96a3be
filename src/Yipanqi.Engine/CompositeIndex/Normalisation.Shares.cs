namespace Yipanqi.Engine.CompositeIndex;

/// <content>Scales that relate each figure to the sum, the maximum or the length of its column, as used in multi-criteria ranking.</content>
public static partial class Normalisation
{
    /// <summary>Benefit <c>x/Σx</c>, cost <c>(1/x)/Σ(1/x)</c>. Shares that add up to 1 over the present values.</summary>
    /// <param name="x">Raw figures of a ratio scale, at least 0; above 0 for a cost.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the scores, within [0, 1].</param>
    /// <exception cref="IndexRefusedException"><c>value_negative</c>, <c>value_not_positive</c>, <c>column_sums_to_zero</c>, <c>not_finite</c>.</exception>
    public static void Sum(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        RequireRatioScale(x, y, d == Direction.Cost);
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = d == Direction.Benefit ? x[i] : 1 / x[i];
            sum += double.IsNaN(y[i]) ? 0 : y[i];
        }

        DivideBy(y, sum);
    }

    /// <summary>Benefit <c>x/max x</c>, cost <c>1−x/max x</c>.</summary>
    /// <param name="x">Raw figures of a ratio scale, at least 0.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the scores, within [0, 1].</param>
    /// <exception cref="IndexRefusedException"><c>value_negative</c>, <c>column_sums_to_zero</c>, <c>not_finite</c>.</exception>
    public static void Max(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        RequireRatioScale(x, y, false);
        var (_, max, count) = Column.Extent(x);
        x.CopyTo(y);
        DivideBy(y, count == 0 ? 1 : max);
        TurnCost(d, y);
    }

    /// <summary>Benefit <c>x/√Σx²</c>, cost <c>1−x/√Σx²</c>.</summary>
    /// <param name="x">Raw figures, of any sign.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the scores, within [−1, 1] for a benefit, [0, 2] for a cost.</param>
    /// <exception cref="IndexRefusedException"><c>column_sums_to_zero</c>, <c>not_finite</c>.</exception>
    public static void Vector(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        Column.RequireSameLength(x, y);
        var length = Column.Extent(x).Count == 0 ? 1 : Column.Length(x);
        x.CopyTo(y);
        DivideBy(y, length);
        TurnCost(d, y);
    }

    /// <summary>Benefit <c>x/max x</c>, cost <c>min x/x</c>. The best value scores 1.</summary>
    /// <param name="x">Raw figures of a ratio scale, at least 0; above 0 for a cost.</param>
    /// <param name="d">Direction of the figures.</param>
    /// <param name="y">Receives the scores, within [0, 1].</param>
    /// <exception cref="IndexRefusedException"><c>value_negative</c>, <c>value_not_positive</c>, <c>column_sums_to_zero</c>, <c>not_finite</c>.</exception>
    public static void Linear(ReadOnlySpan<double> x, Direction d, Span<double> y)
    {
        if (d == Direction.Benefit)
        {
            Max(x, d, y);
            return;
        }

        RequireRatioScale(x, y, true);
        var min = Column.Extent(x).Min;
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = min / x[i];
        }
    }

    private static void TurnCost(Direction d, Span<double> y)
    {
        for (var i = 0; i < y.Length && d == Direction.Cost; i++)
        {
            y[i] = 1 - y[i];
        }
    }

    private static void DivideBy(Span<double> y, double whole)
    {
        if (whole == 0 && y.ContainsAnyExcept(double.NaN))
        {
            throw new IndexRefusedException(
                "column_sums_to_zero", "All present values are 0, so shares of them are undefined: leave the column out of this run.");
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] /= whole;
        }
    }

    private static void RequireRatioScale(ReadOnlySpan<double> x, Span<double> y, bool positive)
    {
        Column.RequireSameLength(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] < 0 || (positive && x[i] == 0))
            {
                throw new IndexRefusedException(
                    positive ? "value_not_positive" : "value_negative",
                    $"Row {i + 1} is {x[i]:R}, but this scale needs values {(positive ? "above" : "of at least")} 0: use min-max or standard scores instead.");
            }
        }

        Column.Extent(x);
    }
}
