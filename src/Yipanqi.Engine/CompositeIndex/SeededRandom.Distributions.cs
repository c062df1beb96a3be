namespace Yipanqi.Engine.CompositeIndex;

/// <content>Draws from distributions.</content>
public sealed partial class SeededRandom
{
    private const int FewTrials = 16;

    /// <summary>
    /// Gamma draw with scale 1 (Marsaglia and Tsang 2000, A simple method for generating gamma variables, ACM TOMS 26(3));
    /// a shape below 1 by their boost <c>Gamma(a+1)·U^(1/a)</c>.
    /// </summary>
    /// <param name="shape">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not a positive finite number.</exception>
    public double NextGamma(double shape)
    {
        if (!(shape > 0) || !double.IsFinite(shape))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "Give a positive finite shape.");
        }

        return shape >= 1 ? GammaFromOneUp(shape) : GammaFromOneUp(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
    }

    /// <summary>Beta draw on [0, 1]: <c>X/(X+Y)</c> with X ~ Gamma(a), Y ~ Gamma(b).</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not a positive finite number.</exception>
    public double NextBeta(double a, double b)
    {
        while (true)
        {
            var x = NextGamma(a);
            var sum = x + NextGamma(b);
            if (sum > 0)
            {
                return x / sum;
            }
        }
    }

    /// <summary>
    /// Number of successes in n trials, by splitting at the median order statistic, a Beta draw
    /// (Relles 1972, JASA 67(339); Ahrens and Dieter 1974, Computing 12), so that time grows with log n.
    /// </summary>
    /// <param name="n">Number of trials, at least 0.</param>
    /// <param name="p">Chance of a success, cut to [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public int NextBinomial(int n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var successes = 0;
        while (n > FewTrials && p is > 0 and < 1)
        {
            var middle = (n + 1) / 2;
            var split = NextBeta(middle, n + 1 - middle);
            if (split <= p)
            {
                successes += middle;
                n -= middle;
                p = (p - split) / (1 - split);
            }
            else
            {
                n = middle - 1;
                p /= split;
            }
        }

        for (var trial = 0; trial < n; trial++)
        {
            successes += NextDouble() < p ? 1 : 0;
        }

        return successes;
    }

    /// <summary>Counts of n draws over categories, as successive binomial draws of what is left.</summary>
    /// <param name="n">Number of draws, at least 0.</param>
    /// <param name="shares">Weight of each category, at least 0, of any scale (stored counts will do).</param>
    /// <param name="counts">Receives one count per category; they add up to n.</param>
    /// <exception cref="ArgumentException">No category has a weight above 0, or the lengths differ.</exception>
    public void NextMultinomial(int n, ReadOnlySpan<double> shares, Span<int> counts)
    {
        double left = 0;
        foreach (var share in shares)
        {
            left += share;
        }

        if (shares.Length != counts.Length || !(left > 0))
        {
            throw new ArgumentException("Give one count per category and at least one category with a weight above 0.");
        }

        var last = shares.LastIndexOfAnyExcept(0.0);
        counts.Clear();
        for (var i = 0; i < last; i++)
        {
            counts[i] = shares[i] > 0 ? NextBinomial(n, Math.Min(1, shares[i] / left)) : 0;
            n -= counts[i];
            left -= shares[i];
        }

        counts[last] = n;
    }

    private double GammaFromOneUp(double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextGaussian();
            var v = 1 + c * x;
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = 1 - NextDouble();
            if (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < 0.5 * x * x + d * (1 - v + Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
