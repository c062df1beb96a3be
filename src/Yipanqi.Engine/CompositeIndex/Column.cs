namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Facts of one column that several methods need. NaN is missing and left out. Sums run in the order of the cells.</summary>
internal static class Column
{
    public static (double Min, double Max, int Count) Extent(ReadOnlySpan<double> x)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        var count = 0;
        foreach (var value in x)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            count++;
            min = value < min ? value : min;
            max = value > max ? value : max;
        }

        if (count > 0 && !double.IsFinite(max - min))
        {
            throw new IndexRefusedException(
                "not_finite", $"The column reaches from {min:R} to {max:R}, too wide to calculate with: correct the cell or mark it as missing.");
        }

        return (min, max, count);
    }

    /// <summary>Mean of the present values; NaN where there are none.</summary>
    public static double Mean(ReadOnlySpan<double> x)
    {
        double sum = 0;
        var count = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Mean and sample deviation (n−1) of the present values, in two passes; NaN where undefined.</summary>
    public static (double Mean, double Deviation) MeanAndDeviation(ReadOnlySpan<double> x)
    {
        var mean = Mean(x);
        double squares = 0;
        var count = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
            {
                squares += (value - mean) * (value - mean);
                count++;
            }
        }

        return (mean, count > 1 ? Math.Sqrt(squares / (count - 1)) : double.NaN);
    }

    /// <summary>Euclidean length of the present values.</summary>
    public static double Length(ReadOnlySpan<double> x)
    {
        double squares = 0;
        foreach (var value in x)
        {
            squares += double.IsNaN(value) ? 0 : value * value;
        }

        return Math.Sqrt(squares);
    }

    /// <summary>The present values, in their order.</summary>
    public static double[] Present(ReadOnlySpan<double> x)
    {
        var present = new double[x.Length];
        var count = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
            {
                present[count++] = value;
            }
        }

        return present[..count];
    }

    /// <summary>Whether two present values differ.</summary>
    public static bool Varies(ReadOnlySpan<double> x)
    {
        var (min, max, count) = Extent(x);
        return count > 1 && min < max;
    }

    /// <summary>How many cells of an ascending column lie below a value.</summary>
    public static int CountBelow(ReadOnlySpan<double> ascending, double value)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ascending[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public static void RequireSameLength(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"Two columns of {x.Length} and {y.Length} cells: give columns of the same length.");
        }
    }
}
