namespace Yipanqi.Engine.Fusion;

/// <summary>
/// The difference of two rates with its interval, from counts: Newcombe's hybrid score interval, which keeps to [−1, 1] and to its level with few cases and with rates of 0 or 1.
/// </summary>
/// <remarks>
/// R. G. Newcombe, Interval estimation for the difference between independent proportions: comparison of eleven methods, Statistics in Medicine 17 (1998) 873–890, method 10:
/// with Wilson's bounds l, u of each rate p, the difference d = p₁ − p₂ lies from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
/// It says how far chance alone could move the difference. It does not say that one thing brought about the other.
/// </remarks>
/// <param name="Value">First rate minus second, −1 to 1.</param>
/// <param name="Low">Lower bound, −1 to 1.</param>
/// <param name="High">Upper bound, −1 to 1.</param>
public readonly record struct RateDifference(double Value, double Low, double High)
{
    /// <summary>The quantile of the normal distribution that leaves 5 % on either side: an interval of 90 %, like that of ranks.</summary>
    public const double Ninety = 1.6448536269514722;

    /// <summary>The difference of <paramref name="met"/>/<paramref name="due"/> and <paramref name="otherMet"/>/<paramref name="otherDue"/>.</summary>
    /// <param name="met">Cases of the first kind that were met, 0 to <paramref name="due"/>.</param>
    /// <param name="due">Cases of the first kind, at least 1.</param>
    /// <param name="otherMet">The same of the second kind.</param>
    /// <param name="otherDue">The same of the second kind.</param>
    /// <param name="z">Quantile of the normal distribution for half of what the interval leaves out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is not possible; correct it, and ask only where both kinds have cases.</exception>
    public static RateDifference Of(int met, int due, int otherMet, int otherDue, double z = Ninety)
    {
        var (first, second) = (Wilson(met, due, z), Wilson(otherMet, otherDue, z));
        var difference = first.Rate - second.Rate;
        return new(
            difference,
            difference - Math.Sqrt(Square(first.Rate - first.Low) + Square(second.High - second.Rate)),
            difference + Math.Sqrt(Square(first.High - first.Rate) + Square(second.Rate - second.Low)));
    }

    private static (double Rate, double Low, double High) Wilson(int met, int due, double z)
    {
        if (due < 1 || met < 0 || met > due)
        {
            throw new ArgumentOutOfRangeException(nameof(met), $"{met} of {due} met: correct the counts.");
        }

        var rate = (double)met / due;
        var half = z * Math.Sqrt((z * z) + (4 * due * rate * (1 - rate)));
        var divisor = 2 * (due + (z * z));
        var middle = (2 * due * rate) + (z * z);
        return (rate, (middle - half) / divisor, (middle + half) / divisor);
    }

    private static double Square(double x) => x * x;
}
