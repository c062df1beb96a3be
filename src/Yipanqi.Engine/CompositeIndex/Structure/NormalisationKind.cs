namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How the raw figures of an item become scores. See <see cref="Normalisation"/> for the formulas.</summary>
public enum NormalisationKind : byte
{
    /// <summary>Linear from a floor to a target; knows no other unit.</summary>
    Goalposts,

    /// <summary>Linear from the worst to the best present value.</summary>
    MinMax,

    /// <summary>Standard scores.</summary>
    ZScore,

    /// <summary>Share of the other units that are worse.</summary>
    PercentileRank,

    /// <summary>Number of units that are worse.</summary>
    Borda,

    /// <summary>Way covered from the worst present value to a target.</summary>
    DistanceToTarget,
}
