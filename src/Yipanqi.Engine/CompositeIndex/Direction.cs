namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Which way of a figure is good: more (<see cref="Benefit"/>) or less (<see cref="Cost"/>).</summary>
public enum Direction : sbyte
{
    /// <summary>Less is better, as with days of delay.</summary>
    Cost = -1,

    /// <summary>More is better, as with a completion rate.</summary>
    Benefit = 1,
}
