namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How the nodes of one level are made of their children.</summary>
/// <param name="Kind">The mean.</param>
/// <param name="Power">Power of a generalised mean, finite; of no effect in the others.</param>
/// <param name="Availability">
/// Least share of direct children with a value, unweighted, within [0, 1]; below it the node has no value. Null: one child is enough.
/// </param>
public sealed record LevelRule(AggregationKind Kind, double Power = 1, double? Availability = null)
{
    /// <summary>Arithmetic mean without an availability threshold, the default.</summary>
    public static LevelRule Default { get; } = new(AggregationKind.Arithmetic);
}
