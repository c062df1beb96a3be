namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A rate of counts, redrawn from Beta(num+½, den−num+½) with num cut to [0, den] (Jeffreys' prior).</summary>
/// <param name="Numerators">Counted, one per row.</param>
/// <param name="Denominators">Out of how many, one per row; NaN or 0 holds the row fixed.</param>
public sealed record CountsSource(double[] Numerators, double[] Denominators) : RedrawSource
{
    internal override double Draw(int row, double value, SeededRandom random) =>
        Denominators[row] > 0 && !double.IsNaN(Numerators[row]) ? DrawRate(Numerators[row], Denominators[row], random) : value;
}
