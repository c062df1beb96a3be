namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The scale on which a mean is a weighted sum: x, ln x, 1/x or x^p. NaN stays NaN.</summary>
internal static class MeanScale
{
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
}
