namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The rule of two thirds: assessment rules, section 1, absent observations.</summary>
public static class TwoThirds
{
    /// <summary>Whether at least two thirds are reported: <c>3·reported ≥ 2·applicable</c>, in integers; exactly 2/3 passes.</summary>
    /// <param name="reported">Weight or number reported.</param>
    /// <param name="applicable">Weight or number that should be.</param>
    /// <exception cref="OverflowException">The numbers are beyond a third of the largest long.</exception>
    public static bool Reached(long reported, long applicable) => checked(3 * reported) >= checked(2 * applicable);
}
