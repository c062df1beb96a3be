namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The scale on which a mean is a weighted sum: x, ln x, 1/x or x^p. NaN stays NaN.</summary>
internal static class MeanScale
{
    // Below it the derivative is nearer to the truth than a quotient of two roundings.
    private const double NearlyEqual = 1e-7;

    public static double To(LevelRule rule, double x) => rule.Kind switch
    {
        AggregationKind.Arithmetic => x,
        AggregationKind.Geometric => Math.Log(x),
        AggregationKind.Harmonic => 1 / x,
        _ => rule.Power == 0 ? Math.Log(x) : Math.Pow(x, rule.Power),
    };

    public static double Back(LevelRule rule, double y) => rule.Kind switch
    {
        AggregationKind.Arithmetic => y,
        AggregationKind.Geometric => Math.Exp(y),
        AggregationKind.Harmonic => 1 / y,
        _ => rule.Power == 0 ? Math.Exp(y) : Math.Pow(y, 1 / rule.Power),
    };

    /// <summary>Δφ/Δx between two scores; where they are (almost) equal the derivative, which the quotient then tends to.</summary>
    public static double Slope(LevelRule rule, double x0, double x1)
    {
        if (rule.Kind == AggregationKind.Arithmetic)
        {
            return 1;
        }

        var middle = (x0 + x1) / 2;
        return Math.Abs(x1 - x0) > NearlyEqual * middle ? (To(rule, x1) - To(rule, x0)) / (x1 - x0) : Derivative(rule, middle);
    }

    private static double Derivative(LevelRule rule, double x) => rule.Kind switch
    {
        AggregationKind.Harmonic => -1 / (x * x),
        AggregationKind.Generalised when rule.Power != 0 => rule.Power * Math.Pow(x, rule.Power - 1),
        _ => 1 / x,
    };
}
