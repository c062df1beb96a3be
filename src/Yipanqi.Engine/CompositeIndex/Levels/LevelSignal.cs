namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What set a level: the signals of assessment rules, section 3, that follow from a run.</summary>
public enum LevelSignal : byte
{
    /// <summary>Signal 1: the score.</summary>
    Score,

    /// <summary>Signal 1: the coordination degree D by the adjusted coupling.</summary>
    Coordination,

    /// <summary>Signal 2: the gap between the tracks ("两张皮").</summary>
    Gap,

    /// <summary>Signal 3: the fall against the previous quarter.</summary>
    Fall,

    /// <summary>Signal 9: no data.</summary>
    NoData,

    /// <summary>Signal 8: a veto (一票否决), entered by an authorised person with a document.</summary>
    Veto,
}
