namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Replaces missing figures (NaN) by estimates. Never part of a calculation by itself: a caller asks for it, and reports the
/// number of cells filled, which every method returns. A cell that nothing speaks for stays missing.
/// </summary>
/// <remarks>See docs/methods/treatment-and-imputation.md.</remarks>
public static class Imputation
{
    private delegate double Centre(ReadOnlySpan<double> present);

    /// <summary>A missing figure becomes the mean of the present figures of its group.</summary>
    /// <param name="x">One column.</param>
    /// <param name="groups">Group of each unit.</param>
    /// <param name="y">Receives the column; may be <paramref name="x"/>.</param>
    /// <returns>Number of cells filled.</returns>
    public static int GroupMean(ReadOnlySpan<double> x, ReadOnlySpan<int> groups, Span<double> y) => ByGroup(x, groups, y, Statistics.Mean);

    /// <summary>A missing figure becomes the median of the present figures of its group.</summary>
    /// <param name="x">One column.</param>
    /// <param name="groups">Group of each unit.</param>
    /// <param name="y">Receives the column; may be <paramref name="x"/>.</param>
    /// <returns>Number of cells filled.</returns>
    public static int GroupMedian(ReadOnlySpan<double> x, ReadOnlySpan<int> groups, Span<double> y) => ByGroup(x, groups, y, Statistics.Median);

    /// <summary>
    /// A missing figure becomes what the unit's other figures in the same pillar suggest: each column is scaled 0–1 by min-max in
    /// its direction, the missing cell takes the mean of the unit's present scaled cells in the pillar and is scaled back.
    /// </summary>
    /// <param name="matrix">Units in rows, indicators in columns; changed in place.</param>
    /// <param name="directions">Direction of each column.</param>
    /// <param name="pillars">Pillar of each column.</param>
    /// <returns>Number of cells filled.</returns>
    /// <exception cref="IndexRefusedException"><c>constant_column</c>.</exception>
    public static int RowMeanWithinPillar(Matrix matrix, ReadOnlySpan<Direction> directions, ReadOnlySpan<int> pillars)
    {
        var scaled = ObjectiveWeights.MinMax(matrix, directions, 0, 1);
        var filled = 0;
        for (var j = 0; j < matrix.Columns; j++)
        {
            var (min, max, count) = Column.Extent(matrix.Column(j));
            for (var i = 0; i < matrix.Rows && count > 0; i++)
            {
                var share = double.IsNaN(matrix[i, j]) ? RowMean(scaled, i, pillars, pillars[j]) : double.NaN;
                if (!double.IsNaN(share))
                {
                    matrix[i, j] = directions[j] == Direction.Benefit ? min + share * (max - min) : max - share * (max - min);
                    filled++;
                }
            }
        }

        return filled;
    }

    private static double RowMean(Matrix scaled, int row, ReadOnlySpan<int> pillars, int pillar)
    {
        double sum = 0;
        var count = 0;
        for (var j = 0; j < scaled.Columns; j++)
        {
            if (pillars[j] == pillar && !double.IsNaN(scaled[row, j]))
            {
                sum += scaled[row, j];
                count++;
            }
        }

        return sum / count;
    }

    private static int ByGroup(ReadOnlySpan<double> x, ReadOnlySpan<int> groups, Span<double> y, Centre centre)
    {
        Column.RequireSameLength(x, y);
        if (groups.Length != x.Length)
        {
            throw new ArgumentException($"{groups.Length} groups for {x.Length} units: give one for each.");
        }

        var members = new Dictionary<int, List<double>>();
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]))
            {
                (members.TryGetValue(groups[i], out var list) ? list : members[groups[i]] = []).Add(x[i]);
            }
        }

        var centres = members.ToDictionary(group => group.Key, group => centre(group.Value.ToArray()));
        var filled = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var fill = double.IsNaN(x[i]) && centres.ContainsKey(groups[i]);
            filled += fill ? 1 : 0;
            y[i] = fill ? centres[groups[i]] : x[i];
        }

        return filled;
    }
}
