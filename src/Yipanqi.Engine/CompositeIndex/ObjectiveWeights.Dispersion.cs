namespace Yipanqi.Engine.CompositeIndex;

/// <content>Weights by how widely the figures of a column are spread.</content>
public static partial class ObjectiveWeights
{
    /// <summary><c>w_j ∝ sd_j</c> of the raw column (n−1); depends on the units of the columns.</summary>
    public static double[] StandardDeviation(Matrix matrix) => OfColumns(matrix, SpreadOf);

    /// <summary><c>w_j ∝ sd_j / mean_j</c> (n−1), free of units.</summary>
    /// <exception cref="IndexRefusedException"><c>mean_not_positive</c>.</exception>
    public static double[] CoefficientOfVariation(Matrix matrix) => OfColumns(matrix, column => SpreadOf(column) / PositiveMean(column));

    /// <summary><c>w_j ∝</c> variance (n−1) of the column scaled 0–1 by min-max as a benefit.</summary>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>.</exception>
    public static double[] StatisticalVariance(Matrix matrix) =>
        OfColumns(MinMax(matrix, Benefits(matrix), 0, 1), column => SpreadOf(column) * SpreadOf(column));

    /// <summary>
    /// <c>w_j ∝ Σ_i Σ_k |x_ij−x_kj| / (2·m²·mean_j)</c>, the Gini coefficient of the column. Calculated from the ordered column,
    /// <c>Σ_i (2i−m−1)·x_(i) / (m²·mean)</c>.
    /// </summary>
    /// <exception cref="IndexRefusedException"><c>mean_not_positive</c>.</exception>
    /// <remarks>Source: Gini 1912; as weights, Li and Chi 2009, A new determining objective weights method: Gini coefficient weight, ICISE.</remarks>
    public static double[] Gini(Matrix matrix) => OfColumns(matrix, GiniOf);

    private static double GiniOf(ReadOnlySpan<double> column)
    {
        var mean = PositiveMean(column);
        var ascending = Column.Present(column);
        Array.Sort(ascending);
        double sum = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            sum += (2.0 * i + 1 - ascending.Length) * ascending[i];
        }

        return Math.Max(0, sum / ((double)ascending.Length * ascending.Length * mean));
    }

    private static double SpreadOf(ReadOnlySpan<double> column) => Column.Varies(column) ? Statistics.StandardDeviation(column) : 0;

    private static double PositiveMean(ReadOnlySpan<double> column)
    {
        var mean = Column.Mean(column);
        return mean > 0
            ? mean
            : throw new IndexRefusedException(
                "mean_not_positive", $"The mean of the column is {mean:R}, and this weight divides by it: scale the column to 0–1 first or use the standard deviation.");
    }
}
