namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What may be said of a rank without rewarding or blaming luck.</summary>
public enum RankStanding : byte
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>领跑者: surely in the top third.</summary>
    Leader,

    /// <summary>落后者: surely in the bottom third.</summary>
    Laggard,
}
