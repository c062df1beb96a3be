namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What became of a node in the run of one organisation. The numbers are stored and never change.</summary>
public enum NodeState : byte
{
    /// <summary>It has a score.</summary>
    Scored = 0,

    /// <summary>Nothing below it applies: it drops out of its parent together with its weight.</summary>
    DroppedOut = 1,

    /// <summary>
    /// Under two thirds of its applicable weight are reported (an item: it was not reported). No score; its parent
    /// counts it as not reported with its whole weight.
    /// </summary>
    Grey = 2,
}
