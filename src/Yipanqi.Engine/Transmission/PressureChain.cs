using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Transmission;

/// <summary>
/// 压力传导系数, item A1.4 of the assessment scheme: on-time rate of the lower level ÷ that of the level above it, at most 1; of the whole chain the least over its hops.
/// </summary>
/// <remarks>
/// A hop with an upper rate of 0, or with fewer than <see cref="LeastDue"/> obligations due on either side, is left out; where none is left there is no coefficient (NotDue).
/// Source: assessment rules, section 2, "Details that decide a figure". Counts are pooled before rates are taken: a chain of several organisations is one chain of their sums.
/// </remarks>
public static class PressureChain
{
    /// <summary>Obligations due on either side of a hop from which it counts.</summary>
    public const int LeastDue = (int)PartsFigure.LeastDueOfHop;

    /// <summary>The coefficient of each hop from a level to the next; one fewer than levels.</summary>
    /// <param name="levels">From the top down.</param>
    /// <returns>0–1 for each hop; null for one that is left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more was on time than due; correct the counts.</exception>
    public static IReadOnlyList<double?> HopsOf(IReadOnlyList<LevelCount> levels)
    {
        foreach (var level in levels)
        {
            if (level.Due < 0 || level.OnTime < 0 || level.OnTime > level.Due)
            {
                throw new ArgumentOutOfRangeException(nameof(levels), $"{level.OnTime} of {level.Due} on time: correct the counts.");
            }
        }

        return [.. Enumerable.Range(0, Math.Max(0, levels.Count - 1)).Select(i => Hop(levels[i], levels[i + 1]))];
    }

    /// <summary>The least over the hops, 0–1; null where every hop is left out.</summary>
    public static double? Of(IReadOnlyList<LevelCount> levels) => HopsOf(levels).Min();

    // The same rule as the item of the index, so that the page and the index never differ.
    private static double? Hop(LevelCount upper, LevelCount lower) =>
        PartsFigure.Hop(upper.OnTime, upper.Due, lower.Due, upper.Rate ?? 0, lower.Rate ?? 0) is var ratio && double.IsNaN(ratio) ? null : ratio;
}
