using System.Numerics;

namespace Yipanqi.Benchmarks;

/// <summary>One plain pass over the same data on all cores: what the memory of the machine allows at best.</summary>
public static class ReadPass
{
    private const int PartRows = 128 * 1024;

    public static double Sum(double[][] columns)
    {
        var parts = (columns[0].Length + PartRows - 1) / PartRows;
        var sums = new double[columns.Length * parts];
        Parallel.For(0, sums.Length, p =>
        {
            var from = p % parts * PartRows;
            sums[p] = Sum(columns[p / parts].AsSpan(from, Math.Min(PartRows, columns[0].Length - from)));
        });
        return sums.Sum();
    }

    private static double Sum(ReadOnlySpan<double> x)
    {
        Vector<double> a = Vector<double>.Zero, b = a, c = a, d = a;
        var step = 4 * Vector<double>.Count;
        var i = 0;
        for (; i <= x.Length - step; i += step)
        {
            a += new Vector<double>(x[i..]);
            b += new Vector<double>(x[(i + step / 4)..]);
            c += new Vector<double>(x[(i + step / 2)..]);
            d += new Vector<double>(x[(i + 3 * step / 4)..]);
        }

        var sum = Vector.Sum(a + b + c + d);
        for (; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }
}
