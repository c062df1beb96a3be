namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// A table of figures, units in rows and criteria in columns, kept column by column because every method here works by
/// column. A missing cell is NaN.
/// </summary>
public sealed class Matrix
{
    private readonly double[] _cells;

    /// <summary>An empty table, all cells 0.</summary>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns, _cells) = (rows, columns, new double[rows * columns]);
    }

    /// <summary>Number of units.</summary>
    public int Rows { get; }

    /// <summary>Number of criteria.</summary>
    public int Columns { get; }

    /// <summary>One cell, counted from 0.</summary>
    public double this[int row, int column]
    {
        get => Column(column)[row];
        set => Column(column)[row] = value;
    }

    /// <summary>A table from its rows.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Matrix FromRows(IReadOnlyList<double[]> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var matrix = new Matrix(rows.Count, columns);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != columns)
            {
                throw new ArgumentException($"Row {i + 1} has {rows[i].Length} cells and row 1 has {columns}: give rows of the same length.");
            }

            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }

    /// <summary>A table from its columns.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static Matrix FromColumns(IReadOnlyList<double[]> columns)
    {
        var matrix = new Matrix(columns.Count == 0 ? 0 : columns[0].Length, columns.Count);
        for (var j = 0; j < columns.Count; j++)
        {
            CompositeIndex.Column.RequireSameLength(columns[j], matrix.Column(j));
            columns[j].CopyTo(matrix.Column(j));
        }

        return matrix;
    }

    /// <summary>One column, writable.</summary>
    public Span<double> Column(int column) => _cells.AsSpan(column * Rows, Rows);

    /// <summary>The table as rows, copied.</summary>
    public double[][] ToRows()
    {
        var rows = new double[Rows][];
        for (var i = 0; i < Rows; i++)
        {
            rows[i] = new double[Columns];
            for (var j = 0; j < Columns; j++)
            {
                rows[i][j] = this[i, j];
            }
        }

        return rows;
    }
}
