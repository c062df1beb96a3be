using System.Numerics;

namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Extent, mean and squares of deviations of the present values of one column, or of one chunk of it.</summary>
internal readonly record struct ColumnFacts(double Min, double Max, int Count, double Mean, double Squares)
{
    /// <summary>Rows of one chunk: fits the nearest cache twice over, so that the second look costs no memory traffic.</summary>
    public const int ChunkRows = 2048;

    /// <summary>No value at all.</summary>
    public static ColumnFacts None { get; } = new(double.PositiveInfinity, double.NegativeInfinity, 0, 0, 0);

    /// <summary>Sample deviation (n−1).</summary>
    public double Deviation => Math.Sqrt(Squares / (Count - 1));

    /// <summary>
    /// Facts of a column, chunk by chunk in the order of the rows, joined by the formula of Chan, Golub and LeVeque
    /// (1983, The American Statistician 37(3)). The same rows give the same bits.
    /// </summary>
    public static ColumnFacts Of(ReadOnlySpan<double> x, bool withMoments)
    {
        var facts = None;
        for (var from = 0; from < x.Length; from += ChunkRows)
        {
            var chunk = x.Slice(from, Math.Min(ChunkRows, x.Length - from));
            facts = facts.Join(OfChunk(chunk, withMoments));
        }

        return facts;
    }

    public ColumnFacts Join(in ColumnFacts next)
    {
        if (Count == 0 || next.Count == 0)
        {
            return Count == 0 ? next : this;
        }

        double n = Count + next.Count, delta = next.Mean - Mean;
        return new(
            Math.Min(Min, next.Min), Math.Max(Max, next.Max), Count + next.Count,
            Mean + delta * next.Count / n, Squares + next.Squares + delta * delta * Count * next.Count / n);
    }

    private static ColumnFacts OfChunk(ReadOnlySpan<double> x, bool withMoments)
    {
        var (min, max, count) = Extent(x);
        double sum = 0, squares = 0;
        if (withMoments && count > 0)
        {
            foreach (var value in x)
            {
                sum += double.IsNaN(value) ? 0 : value;
            }

            sum /= count;
            foreach (var value in x)
            {
                squares += double.IsNaN(value) ? 0 : (value - sum) * (value - sum);
            }
        }

        return new(min, max, count, sum, squares);
    }

    private static (double Min, double Max, int Count) Extent(ReadOnlySpan<double> x)
    {
        var vectors = x.Length - x.Length % Vector<double>.Count;
        Vector<double> low = new(double.PositiveInfinity), high = new(double.NegativeInfinity);
        var present = Vector<long>.Zero;
        for (var i = 0; i < vectors; i += Vector<double>.Count)
        {
            var v = new Vector<double>(x[i..]);
            low = Vector.ConditionalSelect(Vector.LessThan(v, low), v, low);
            high = Vector.ConditionalSelect(Vector.GreaterThan(v, high), v, high);
            present -= Vector.Equals(v, v);
        }

        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        var count = 0;
        foreach (var value in x[vectors..])
        {
            min = value < min ? value : min;
            max = value > max ? value : max;
            count += double.IsNaN(value) ? 0 : 1;
        }

        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            min = low[lane] < min ? low[lane] : min;
            max = high[lane] > max ? high[lane] : max;
        }

        return (min, max, count + (int)Vector.Sum(present));
    }
}
