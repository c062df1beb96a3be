namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Weighted means of the children of one node. A missing child (NaN) drops out together with its weight, and the
/// weights of the others are rescaled to sum 1. The mean is NaN, missing, where no child has both a value and a weight above 0.
/// </summary>
/// <remarks>
/// Weights are at least 0, of any scale. All methods throw <see cref="IndexRefusedException"/> with <c>weight_negative</c>
/// for a weight that is negative or not finite. Source: OECD/JRC Handbook (2008), step 6. See docs/methods/aggregation.md.
/// </remarks>
public static class Mean
{
    /// <summary><c>Σ w·x / Σ w</c>, in the unit of the values.</summary>
    public static double Arithmetic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        Column.RequireSameLength(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var weight = Weight(weights, i);
                sum += weight * values[i];
                total += weight;
            }
        }

        return total > 0 ? sum / total : double.NaN;
    }

    /// <summary><c>exp(Σ w·ln x / Σ w)</c>. A low child pulls the mean down more than in the arithmetic mean.</summary>
    /// <exception cref="IndexRefusedException"><c>value_not_positive</c> for a value ≤ 0: rescale scores to 1–100 first.</exception>
    public static double Geometric(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        Column.RequireSameLength(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var weight = Weight(weights, i);
                sum += weight * Math.Log(Positive(values[i], i, "geometric"));
                total += weight;
            }
        }

        return total > 0 ? Math.Exp(sum / total) : double.NaN;
    }

    /// <summary><c>Σ w / Σ (w/x)</c>. Punishes a low child the most of the three.</summary>
    /// <exception cref="IndexRefusedException"><c>value_not_positive</c> for a value ≤ 0: rescale scores to 1–100 first.</exception>
    public static double Harmonic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        Column.RequireSameLength(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var weight = Weight(weights, i);
                sum += weight / Positive(values[i], i, "harmonic");
                total += weight;
            }
        }

        return total > 0 ? total / sum : double.NaN;
    }

    /// <summary>
    /// Power mean <c>(Σ w·x^p / Σ w)^(1/p)</c>; p = 1 is the arithmetic, 0 (the limit) the geometric, −1 the harmonic mean.
    /// </summary>
    /// <param name="values">Values of the children, at least 0; above 0 where p ≤ 0.</param>
    /// <param name="weights">Weights of the children.</param>
    /// <param name="p">Any finite power; the lower, the less a high child makes up for a low one.</param>
    /// <exception cref="IndexRefusedException"><c>value_not_positive</c>, <c>power_not_finite</c>.</exception>
    public static double Generalised(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double p)
    {
        if (!double.IsFinite(p))
        {
            throw new IndexRefusedException("power_not_finite", $"The power {p:R} of the mean is not finite: give an ordinary number.");
        }

        return p switch { 1 => Arithmetic(values, weights), 0 => Geometric(values, weights), -1 => Harmonic(values, weights), _ => Power(values, weights, p) };
    }

    private static double Power(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double p)
    {
        double sum = 0, total = 0;
        Column.RequireSameLength(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var weight = Weight(weights, i);
                var value = p > 0 && values[i] == 0 ? 0 : Positive(values[i], i, "generalised");
                sum += weight * Math.Pow(value, p);
                total += weight;
            }
        }

        return total > 0 ? Math.Pow(sum / total, 1 / p) : double.NaN;
    }

    private static double Positive(double value, int position, string mean) =>
        value > 0
            ? value
            : throw new IndexRefusedException(
                "value_not_positive",
                $"Value {position + 1} is {value:R}, and the {mean} mean needs values above 0: rescale scores to 1–100 first, or use the arithmetic mean.");

    private static double Weight(ReadOnlySpan<double> weights, int position) =>
        weights[position] >= 0 && double.IsFinite(weights[position])
            ? weights[position]
            : throw new IndexRefusedException(
                "weight_negative", $"Weight {position + 1} is {weights[position]:R}: give a finite weight of at least 0, and turn a cost round by its direction.");
}
