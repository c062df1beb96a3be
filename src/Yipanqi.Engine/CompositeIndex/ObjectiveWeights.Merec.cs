namespace Yipanqi.Engine.CompositeIndex;

/// <content>MEREC, the method based on the removal effects of criteria.</content>
public static partial class ObjectiveWeights
{
    /// <summary>
    /// How much the units' performance moves when a criterion is taken away: benefit <c>n_ij = min x/x</c>, cost <c>x/max x</c>;
    /// <c>S_i = ln(1 + (1/n)·Σ_j |ln n_ij|)</c>, <c>S′_ij</c> the same without column j (still 1/n); <c>w_j ∝ Σ_i |S′_ij − S_i|</c>.
    /// </summary>
    /// <param name="matrix">Figures above 0, none missing, since a missing one would change its unit's other terms.</param>
    /// <param name="directions">Direction of each column.</param>
    /// <exception cref="IndexRefusedException"><c>value_not_positive</c>, <c>cell_missing</c>.</exception>
    /// <remarks>Source: Keshavarz-Ghorabaee et al. 2021, Symmetry 13(4) 525.</remarks>
    public static double[] Merec(Matrix matrix, ReadOnlySpan<Direction> directions)
    {
        var logs = Logs(matrix, directions);
        var weights = new double[matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++)
        {
            double total = 0;
            for (var j = 0; j < weights.Length; j++)
            {
                total += logs[i, j];
            }

            var performance = Math.Log(1 + total / weights.Length);
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] += Math.Abs(Math.Log(1 + (total - logs[i, j]) / weights.Length) - performance);
            }
        }

        return Weights.Rescale(weights);
    }

    private static Matrix Logs(Matrix matrix, ReadOnlySpan<Direction> directions)
    {
        RequireDirections(matrix, directions);
        var logs = new Matrix(matrix.Rows, matrix.Columns);
        for (var j = 0; j < matrix.Columns; j++)
        {
            var (min, max, _) = Column.Extent(matrix.Column(j));
            for (var i = 0; i < matrix.Rows; i++)
            {
                var value = matrix[i, j];
                if (!(value > 0))
                {
                    throw double.IsNaN(value)
                        ? new IndexRefusedException("cell_missing", "The cell is empty, and MEREC needs every figure: impute it explicitly or leave the unit out.") { Row = i, Column = j }
                        : new IndexRefusedException("value_not_positive", $"The figure {value:R} is not above 0, as MEREC needs: scale the column to 1–100 first.") { Row = i, Column = j };
                }

                logs[i, j] = Math.Abs(Math.Log(directions[j] == Direction.Benefit ? min / value : value / max));
            }
        }

        return logs;
    }
}
