namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A share p weighted by importance, redrawn from Beta(p·n+½, (1−p)·n+½) with the effective size n.</summary>
/// <param name="EffectiveSizes">Effective number of parts, one per row; NaN or 0 holds the row fixed.</param>
public sealed record WeightedShareSource(double[] EffectiveSizes) : RedrawSource
{
    /// <summary>Effective number of parts, <c>(Σw)²/Σw²</c>: their number where all weigh the same, else less (Kish 1965).</summary>
    /// <param name="weights">Weights of the parts, at least 0; none, or all 0, gives 0.</param>
    public static double EffectiveSize(ReadOnlySpan<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }

    internal override double Draw(int row, double value, SeededRandom random) =>
        EffectiveSizes[row] > 0 ? DrawRate(value * EffectiveSizes[row], EffectiveSizes[row], random) : value;
}
