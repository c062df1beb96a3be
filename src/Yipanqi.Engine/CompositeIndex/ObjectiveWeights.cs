namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Weights of criteria drawn from the figures themselves: rows are units, columns criteria. All come back at least 0 with sum 1.
/// Missing cells (NaN) are left out of their column and of the pairs they belong to.
/// </summary>
/// <remarks>
/// All methods throw <see cref="IndexRefusedException"/> with <c>weights_sum_to_zero</c> where no column tells the units apart
/// and <c>too_few_units</c> where a column has fewer than two values. See docs/methods/weights.md.
/// </remarks>
public static partial class ObjectiveWeights
{
    private const double EntropyMargin = 0.002;

    /// <summary>
    /// Entropy weights of raw figures: <c>p_ij = x_ij/Σ_i x_ij</c>, <c>e_j = −Σ_i p_ij ln p_ij / ln m</c> with <c>0·ln 0 = 0</c>,
    /// <c>w_j ∝ 1−e_j</c>, m the number of values of the column. Directions play no part.
    /// </summary>
    /// <param name="matrix">Figures of a ratio scale, at least 0.</param>
    /// <exception cref="IndexRefusedException"><c>value_negative</c>, <c>column_sums_to_zero</c>.</exception>
    /// <remarks>Source: Shannon 1948; as weights, Zeleny 1982, Multiple Criteria Decision Making, ch. 6.</remarks>
    public static double[] Entropy(Matrix matrix) => OfColumns(matrix, Divergence);

    /// <summary>Entropy weights, as <see cref="Entropy"/>, of columns first scaled by min-max in their direction.</summary>
    /// <param name="matrix">Figures of any sign and scale.</param>
    /// <param name="directions">Direction of each column.</param>
    /// <param name="zeros">What to do with the zeros that min-max makes.</param>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>.</exception>
    public static double[] EntropyOfMinMax(Matrix matrix, ReadOnlySpan<Direction> directions, EntropyZeros zeros)
    {
        var (lower, upper) = zeros == EntropyZeros.Shrink ? (EntropyMargin, 1 - EntropyMargin) : (0, 1);
        var scaled = MinMax(matrix, directions, lower, upper);
        for (var j = 0; j < scaled.Columns && zeros == EntropyZeros.Replace; j++)
        {
            scaled.Column(j).Replace(0, EntropyMargin);
            scaled.Column(j).Replace(1, 1 - EntropyMargin);
        }

        return Entropy(scaled);
    }

    private static double Divergence(ReadOnlySpan<double> column)
    {
        var shares = new double[column.Length];
        Normalisation.Sum(column, Direction.Benefit, shares);
        double entropy = 0;
        foreach (var share in shares)
        {
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return Math.Max(0, 1 - entropy / Math.Log(Column.Extent(column).Count));
    }

    private delegate double Contrast(ReadOnlySpan<double> column);

    private static double[] OfColumns(Matrix matrix, Contrast contrast)
    {
        var weights = new double[matrix.Columns];
        for (var j = 0; j < weights.Length; j++)
        {
            var column = matrix.Column(j);
            try
            {
                var count = Column.Extent(column).Count;
                weights[j] = count >= 2
                    ? contrast(column)
                    : throw new IndexRefusedException("too_few_units", $"There are {count} values in the column: weights from data need at least two, so use equal weights.");
            }
            catch (IndexRefusedException refused)
            {
                throw refused.In(j);
            }
        }

        return Weights.Rescale(weights);
    }

    internal static Matrix MinMax(Matrix matrix, ReadOnlySpan<Direction> directions, double lower, double upper)
    {
        RequireDirections(matrix, directions);
        var scaled = new Matrix(matrix.Rows, matrix.Columns);
        for (var j = 0; j < matrix.Columns; j++)
        {
            try
            {
                Normalisation.MinMax(matrix.Column(j), directions[j], lower, upper, scaled.Column(j));
            }
            catch (IndexRefusedException refused)
            {
                throw refused.In(j);
            }
        }

        return scaled;
    }

    private static void RequireDirections(Matrix matrix, ReadOnlySpan<Direction> directions)
    {
        if (directions.Length != matrix.Columns)
        {
            throw new ArgumentException($"{directions.Length} directions for {matrix.Columns} columns: give one for each.");
        }
    }
}
