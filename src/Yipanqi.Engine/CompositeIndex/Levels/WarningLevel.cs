namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The four levels (绿黄橙红) and the state of no data. The numbers are stored and never change.</summary>
public enum WarningLevel : byte
{
    /// <summary>绿.</summary>
    Green = 0,

    /// <summary>黄.</summary>
    Yellow = 1,

    /// <summary>橙.</summary>
    Orange = 2,

    /// <summary>红.</summary>
    Red = 3,

    /// <summary>灰: no data, never green and never red for it.</summary>
    Grey = 255,
}
