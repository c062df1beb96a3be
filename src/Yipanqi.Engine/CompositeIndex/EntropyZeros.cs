namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// What entropy weights of min-max scaled columns do with their zeros, whose logarithm does not exist. The choice moves the
/// fourth digit, so it is stored with a result.
/// </summary>
public enum EntropyZeros
{
    /// <summary>Zeros stay, with <c>0·ln 0 = 0</c>, its limit. The default.</summary>
    Limit,

    /// <summary>Columns are scaled linearly to [0.002, 0.998] instead of [0, 1].</summary>
    Shrink,

    /// <summary>Zeros are replaced by 0.002 and ones by 0.998; cells between stay.</summary>
    Replace,
}
