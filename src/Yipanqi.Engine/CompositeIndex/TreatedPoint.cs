namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What winsorising did to one cell.</summary>
public enum TreatedPoint
{
    /// <summary>Nothing.</summary>
    Kept,

    /// <summary>Drawn down from the high end.</summary>
    WinsorisedHigh,

    /// <summary>Drawn up from the low end.</summary>
    WinsorisedLow,
}
