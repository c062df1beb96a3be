namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Which of the two tracks a child of the root measures (同权重: both weigh the same in the default scheme).</summary>
public enum Track : byte
{
    /// <summary>The index has no tracks.</summary>
    None,

    /// <summary>Party building (党建).</summary>
    Party,

    /// <summary>Business (业务).</summary>
    Business,
}
