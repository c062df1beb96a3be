namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// TOPSIS: units ranked by nearness to the best and distance from the worst value of every criterion
/// (Hwang and Yoon 1981, Multiple Attribute Decision Making). Rows are units, columns criteria. See docs/methods/topsis.md.
/// </summary>
/// <remarks>
/// Weights are used as given; closeness does not depend on their sum. All forms throw <see cref="IndexRefusedException"/> with
/// <c>cell_missing</c>, <c>weight_negative</c>, and <c>units_identical</c> where no unit differs from another.
/// </remarks>
public static class Topsis
{
    /// <summary>On columns divided by their Euclidean length: <c>v_ij = w_j·x_ij/√Σ_i x_ij²</c>; ideal = max of a benefit, min of a cost.</summary>
    /// <exception cref="IndexRefusedException"><c>column_sums_to_zero</c>.</exception>
    public static TopsisResult OnVectorNorm(Matrix matrix, ReadOnlySpan<double> weights, ReadOnlySpan<Direction> directions) =>
        Solve(matrix, weights, directions, (x, _, y) => Normalisation.Vector(x, Direction.Benefit, y), false);

    /// <summary>On columns scaled 0–1 by min-max in their direction; ideal = column max, anti-ideal = column min.</summary>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>.</exception>
    public static TopsisResult OnMinMax(Matrix matrix, ReadOnlySpan<double> weights, ReadOnlySpan<Direction> directions) =>
        Solve(matrix, weights, directions, (x, d, y) => Normalisation.MinMax(x, d, 0, 1, y), true);

    /// <summary>On the figures as they are: <c>v_ij = w_j·x_ij</c>; only where all criteria share one scale.</summary>
    public static TopsisResult OnRawFigures(Matrix matrix, ReadOnlySpan<double> weights, ReadOnlySpan<Direction> directions) =>
        Solve(matrix, weights, directions, (x, _, y) => x.CopyTo(y), false);

    private delegate void Scaling(ReadOnlySpan<double> x, Direction d, Span<double> y);

    private static TopsisResult Solve(Matrix matrix, ReadOnlySpan<double> weights, ReadOnlySpan<Direction> directions, Scaling scale, bool directed)
    {
        if (weights.Length != matrix.Columns || directions.Length != matrix.Columns)
        {
            throw new ArgumentException($"{weights.Length} weights and {directions.Length} directions for {matrix.Columns} columns: give one of each.");
        }

        var (best, worst) = (new double[matrix.Rows], new double[matrix.Rows]);
        var scaled = new double[matrix.Rows];
        for (var j = 0; j < matrix.Columns; j++)
        {
            ScaleColumn(matrix, j, directions[j], scale, scaled);
            AddSquares(scaled, Weight(weights, j), directed ? Direction.Benefit : directions[j], best, worst);
        }

        return Close(best, worst);
    }

    private static void ScaleColumn(Matrix matrix, int j, Direction direction, Scaling scale, Span<double> scaled)
    {
        var missing = matrix.Column(j).IndexOf(double.NaN);
        if (missing >= 0)
        {
            throw new IndexRefusedException("cell_missing", "The cell is empty, and TOPSIS needs every figure: impute it explicitly or leave the unit out.") { Row = missing, Column = j };
        }

        try
        {
            scale(matrix.Column(j), direction, scaled);
        }
        catch (IndexRefusedException refused)
        {
            throw refused.In(j);
        }
    }

    private static void AddSquares(ReadOnlySpan<double> scaled, double weight, Direction direction, Span<double> best, Span<double> worst)
    {
        var (min, max, _) = Column.Extent(scaled);
        var (ideal, antiIdeal) = direction == Direction.Benefit ? (max, min) : (min, max);
        for (var i = 0; i < scaled.Length; i++)
        {
            var toBest = weight * scaled[i] - weight * ideal;
            var toWorst = weight * scaled[i] - weight * antiIdeal;
            best[i] += toBest * toBest;
            worst[i] += toWorst * toWorst;
        }
    }

    private static TopsisResult Close(double[] best, double[] worst)
    {
        var closeness = new double[best.Length];
        var ranks = new int[best.Length];
        for (var i = 0; i < best.Length; i++)
        {
            (best[i], worst[i]) = (Math.Sqrt(best[i]), Math.Sqrt(worst[i]));
            closeness[i] = best[i] + worst[i] > 0
                ? worst[i] / (best[i] + worst[i])
                : throw new IndexRefusedException("units_identical", "All units have the same figures where weights are above 0, so none is nearer to the ideal: add units or criteria.");
        }

        Ranking.Competition(closeness, ranks);
        return new TopsisResult(best, worst, closeness, ranks);
    }

    private static double Weight(ReadOnlySpan<double> weights, int j) =>
        weights[j] >= 0 && double.IsFinite(weights[j])
            ? weights[j]
            : throw new IndexRefusedException("weight_negative", $"Weight {j + 1} is {weights[j]:R}: give a finite weight of at least 0, and turn a cost round by its direction.") { Column = j };
}
