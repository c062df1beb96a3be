namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Counts of the parts of a figure side by side, as wide as the widest row. Chains may be of different length: met and due each keep
/// their half of the columns, and what a row has none of is NaN.
/// </summary>
internal static class PartColumns
{
    public static double[][] Of(IReadOnlyList<double[]> rows)
    {
        var width = rows.Select(p => p.Length).DefaultIfEmpty(0).Max();
        var columns = Enumerable.Range(0, width).Select(_ => new double[rows.Count]).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var spread = width == 0 ? [] : Spread(rows[row], width);
            for (var i = 0; i < width; i++)
            {
                columns[i][row] = spread[i];
            }
        }

        return columns;
    }

    public static double[] Spread(double[] parts, int width)
    {
        var row = new double[width];
        Array.Fill(row, double.NaN);
        var (own, half) = (parts.Length / 2, width / 2);
        for (var i = 0; i < parts.Length; i++)
        {
            row[parts.Length == width || i < own ? i : half + (i - own)] = parts[i];
        }

        return row;
    }

    /// <summary>The parts of one row without what was filled up.</summary>
    public static double[] Own(IReadOnlyList<double> row)
    {
        if (!row.Any(double.IsNaN))
        {
            return [.. row];
        }

        var half = row.Count / 2;
        var own = row.Take(half).Count(f => !double.IsNaN(f));
        return [.. row.Take(own), .. row.Skip(half).Take(own)];
    }
}
