namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// How far two columns go together, within [−1, 1], over the units that have both values (NaN is missing).
/// NaN where fewer than two pairs are left or one column does not vary over them: then no correlation is defined.
/// </summary>
/// <remarks>See docs/methods/statistics.md.</remarks>
public static class Correlation
{
    /// <summary>Pearson's r, <c>Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²)</c>.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (a, b) = Pairs(x, y);
        return OfPairs(a, b);
    }

    /// <summary>Spearman's ρ: Pearson's r of the ranks, ties given the mean of their ranks.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (a, b) = Pairs(x, y);
        return OfPairs(AverageRanks(a), AverageRanks(b));
    }

    /// <summary>
    /// Kendall's τ-b, <c>(concordant − discordant) / √((n₀−n₁)(n₀−n₂))</c>, n₀ = n(n−1)/2 pairs of units, n₁ and n₂ of them
    /// tied in x and in y (Kendall 1945, Biometrika 33(3)). Time grows with the square of the number of units.
    /// </summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double KendallTauB(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (a, b) = Pairs(x, y);
        long balance = 0, untiedA = 0, untiedB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var orderA = a[i].CompareTo(a[j]);
                var orderB = b[i].CompareTo(b[j]);
                balance += orderA * orderB;
                untiedA += orderA * orderA;
                untiedB += orderB * orderB;
            }
        }

        return untiedA == 0 || untiedB == 0 ? double.NaN : balance / (Math.Sqrt(untiedA) * Math.Sqrt(untiedB));
    }

    /// <summary>Ascending ranks from 1, ties given the mean of their ranks.</summary>
    internal static double[] AverageRanks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        var keys = (double[])values.Clone();
        Array.Sort(keys, order);
        var ranks = new double[values.Length];
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && keys[next] == keys[first]; next++)
            {
            }

            for (var i = first; i < next; i++)
            {
                ranks[order[i]] = (first + 1 + next) / 2.0;
            }
        }

        return ranks;
    }

    private static (double[] X, double[] Y) Pairs(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Column.RequireSameLength(x, y);
        List<double> a = [], b = [];
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                a.Add(x[i]);
                b.Add(y[i]);
            }
        }

        return ([.. a], [.. b]);
    }

    private static double OfPairs(double[] a, double[] b)
    {
        if (a.Length < 2 || !Column.Varies(a) || !Column.Varies(b))
        {
            return double.NaN;
        }

        double meanA = Column.Mean(a), meanB = Column.Mean(b), both = 0, squaresA = 0, squaresB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }

        return Math.Clamp(both / (Math.Sqrt(squaresA) * Math.Sqrt(squaresB)), -1, 1);
    }
}
