namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Which weighted mean makes a node of its children. See <see cref="Mean"/> for the formulas.</summary>
public enum AggregationKind : byte
{
    /// <summary>A high child makes up for a low one in full.</summary>
    Arithmetic,

    /// <summary>A high child makes up for a low one in part. Needs values above 0.</summary>
    Geometric,

    /// <summary>A low child weighs most. Needs values above 0.</summary>
    Harmonic,

    /// <summary>Power mean with a power of one's own.</summary>
    Generalised,
}
