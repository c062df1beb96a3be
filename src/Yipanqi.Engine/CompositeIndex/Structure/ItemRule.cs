namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How the raw figures of one item become scores: kind, direction, parameters and scale. Made by the factories.</summary>
public sealed record ItemRule
{
    private ItemRule(NormalisationKind kind, Direction direction) => (Kind, Direction) = (kind, direction);

    /// <summary>The method.</summary>
    public NormalisationKind Kind { get; }

    /// <summary>Which way of the raw figure is good.</summary>
    public Direction Direction { get; }

    /// <summary>Floor of goalposts, in the unit of the item; mean of standard scores; else 0.</summary>
    public double From { get; private init; }

    /// <summary>Target of goalposts and of distance to target, in the unit of the item; deviation of standard scores; else 0.</summary>
    public double To { get; private init; }

    /// <summary>Score of the worst (share 0); the lower cut of standard scores.</summary>
    public double ScaleLower { get; private init; }

    /// <summary>Score of the best (share 1); the upper cut of standard scores.</summary>
    public double ScaleUpper { get; private init; } = 1;

    /// <summary>Whether distance to target is cut at the target.</summary>
    public bool Capped { get; private init; } = true;

    /// <summary>Whether a score depends on the other units of the group.</summary>
    public bool IsRelative => Kind != NormalisationKind.Goalposts;

    /// <summary>Linear from <paramref name="floor"/> to <paramref name="target"/>, cut at both.</summary>
    /// <exception cref="IndexRefusedException"><c>goalposts_against_direction</c>, <c>goalposts_equal</c>, <c>bounds_reversed</c>.</exception>
    public static ItemRule Goalposts(Direction direction, double floor, double target, double lower = 0, double upper = 100)
    {
        Normalisation.Goalposts([], direction, floor, target, []);
        return Scaled(NormalisationKind.Goalposts, direction, floor, target, lower, upper);
    }

    /// <summary>Linear from the worst present value to the best.</summary>
    /// <exception cref="IndexRefusedException"><c>bounds_reversed</c>.</exception>
    public static ItemRule MinMax(Direction direction, double lower = 0, double upper = 100) =>
        Scaled(NormalisationKind.MinMax, direction, 0, 0, lower, upper);

    /// <summary>Standard scores with the given mean and deviation, cut to [<paramref name="lower"/>, <paramref name="upper"/>].</summary>
    /// <exception cref="IndexRefusedException"><c>deviation_not_positive</c>, <c>bounds_reversed</c>.</exception>
    public static ItemRule ZScore(
        Direction direction, double mean, double sd, double lower = double.NegativeInfinity, double upper = double.PositiveInfinity)
    {
        Normalisation.ZScore([], direction, mean, sd, []);
        return Scaled(NormalisationKind.ZScore, direction, mean, sd, lower, upper);
    }

    /// <summary>Share of the other units that are worse, on the given scale.</summary>
    /// <exception cref="IndexRefusedException"><c>bounds_reversed</c>.</exception>
    public static ItemRule PercentileRank(Direction direction, double lower = 0, double upper = 1) =>
        Scaled(NormalisationKind.PercentileRank, direction, 0, 0, lower, upper);

    /// <summary>Number of units that are worse.</summary>
    public static ItemRule Borda(Direction direction) => new(NormalisationKind.Borda, direction);

    /// <summary>Way covered from the worst present value to a target, on the given scale.</summary>
    /// <exception cref="IndexRefusedException"><c>bounds_reversed</c>.</exception>
    public static ItemRule DistanceToTarget(Direction direction, double target, bool capped, double lower = 0, double upper = 1) =>
        Scaled(NormalisationKind.DistanceToTarget, direction, 0, target, lower, upper) with { Capped = capped };

    private static ItemRule Scaled(NormalisationKind kind, Direction direction, double from, double to, double lower, double upper) =>
        lower < upper
            ? new ItemRule(kind, direction) { From = from, To = to, ScaleLower = lower, ScaleUpper = upper }
            : throw new IndexRefusedException(
                "bounds_reversed", $"The lower bound {lower:R} is not below the upper bound {upper:R}: exchange them and set the direction instead.");
}
