namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// What the figures of an item are redrawn from for the interval of the rank. A row without it (NaN, or nothing
/// counted) is held fixed. See docs/methods/rank-interval.md.
/// </summary>
public abstract record RedrawSource
{
    /// <summary>One redrawn figure, in the unit of the item.</summary>
    /// <param name="row">The organisation; it has a value.</param>
    /// <param name="value">Its observed value.</param>
    /// <param name="random">The organisation's draws in this redraw.</param>
    internal abstract double Draw(int row, double value, SeededRandom random);

    /// <summary>A draw of a rate from its counts: Beta(num+½, den−num+½), num cut to [0, den].</summary>
    internal static double DrawRate(double numerator, double denominator, SeededRandom random)
    {
        var met = Math.Clamp(numerator, 0, denominator);
        return random.NextBeta(met + 0.5, denominator - met + 0.5);
    }
}
