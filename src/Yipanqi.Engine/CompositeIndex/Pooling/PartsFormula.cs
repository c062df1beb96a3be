namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How a figure is made of several rates.</summary>
public enum PartsFormula : byte
{
    /// <summary>Least ratio of a level's rate to that of the level above it, at most 1 (压力传导系数, A1.4).</summary>
    MinHopRatio,

    /// <summary>First rate minus the second (融合任务增益, E3.1).</summary>
    Difference,
}
