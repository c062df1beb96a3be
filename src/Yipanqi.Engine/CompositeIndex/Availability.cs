namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How complete the figures of each unit are. See docs/methods/treatment-and-imputation.md.</summary>
public static class Availability
{
    /// <summary>Share of the columns for which a unit has a figure, within [0, 1].</summary>
    /// <param name="matrix">Units in rows; missing is NaN.</param>
    /// <param name="shares">Receives one share per row.</param>
    public static void Shares(Matrix matrix, Span<double> shares)
    {
        shares.Clear();
        for (var j = 0; j < matrix.Columns; j++)
        {
            var column = matrix.Column(j);
            for (var i = 0; i < column.Length; i++)
            {
                shares[i] += double.IsNaN(column[i]) ? 0 : 1;
            }
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            shares[i] /= matrix.Columns;
        }
    }

    /// <summary>Rows, counted from 0, whose share is at least the threshold; the others are to be listed by name, not dropped silently.</summary>
    /// <param name="matrix">Units in rows; missing is NaN.</param>
    /// <param name="threshold">Least share, within [0, 1].</param>
    public static int[] RowsToKeep(Matrix matrix, double threshold)
    {
        var shares = new double[matrix.Rows];
        Shares(matrix, shares);
        return [.. Enumerable.Range(0, matrix.Rows).Where(row => shares[row] >= threshold)];
    }
}
