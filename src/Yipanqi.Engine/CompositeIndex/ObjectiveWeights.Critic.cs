namespace Yipanqi.Engine.CompositeIndex;

/// <content>
/// CRITIC, criteria importance through intercriteria correlation: <c>w_j ∝ sd_j · Σ_k (1 − r_jk)</c>
/// (Diakoulaki, Mavrotas and Papayannakis 1995, Computers &amp; Operations Research 22(7)). Its forms differ in the columns and in r.
/// </content>
public static partial class ObjectiveWeights
{
    // A conflict 1 − r below this is rounding: columns that go together perfectly must not be weighed by it.
    private const double LeastConflict = 1e-12;

    private delegate double Association(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    /// <summary>CRITIC of columns scaled 0–1 by min-max as if all were benefits, Pearson's r, as common libraries do.</summary>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>correlation_undefined</c>.</exception>
    public static double[] Critic(Matrix matrix) => CriticOf(MinMax(matrix, Benefits(matrix), 0, 1), Correlation.Pearson);

    /// <summary>CRITIC of columns scaled 0–1 by min-max in their direction, as the source has it.</summary>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>correlation_undefined</c>.</exception>
    public static double[] CriticDirectionAware(Matrix matrix, ReadOnlySpan<Direction> directions) =>
        CriticOf(MinMax(matrix, directions, 0, 1), Correlation.Pearson);

    /// <summary>CRITIC as <see cref="Critic"/> with Spearman's ρ, which heeds order only.</summary>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>, <c>correlation_undefined</c>.</exception>
    public static double[] CriticSpearman(Matrix matrix) => CriticOf(MinMax(matrix, Benefits(matrix), 0, 1), Correlation.Spearman);

    /// <summary>CRITIC of the raw columns; depends on their units, so use it only where all share one scale.</summary>
    /// <exception cref="IndexRefusedException"><c>correlation_undefined</c>.</exception>
    public static double[] CriticWithoutMinMax(Matrix matrix) => CriticOf(matrix, Correlation.Pearson);

    private static double[] CriticOf(Matrix matrix, Association association)
    {
        var weights = new double[matrix.Columns];
        for (var j = 0; j < weights.Length; j++)
        {
            double conflict = 0;
            for (var k = 0; k < weights.Length; k++)
            {
                var between = j == k ? 0 : 1 - Defined(association(matrix.Column(j), matrix.Column(k)), j, k);
                conflict += between < LeastConflict ? 0 : between;
            }

            weights[j] = Statistics.StandardDeviation(matrix.Column(j)) * conflict;
        }

        return Weights.Rescale(weights);
    }

    private static double Defined(double r, int j, int k) =>
        double.IsNaN(r)
            ? throw new IndexRefusedException(
                "correlation_undefined",
                $"Columns {j + 1} and {k + 1} have no correlation, since one of them does not vary where both are present: leave one out or use entropy weights.")
            { Column = j }
            : r;

    private static Direction[] Benefits(Matrix matrix)
    {
        var directions = new Direction[matrix.Columns];
        Array.Fill(directions, Direction.Benefit);
        return directions;
    }
}
