namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How the bytes of a chunk are kept. The numbers are stored.</summary>
public enum ChunkPacking
{
    /// <summary>As they are.</summary>
    Plain = 0,

    /// <summary>Every organisation has the same: the number of organisations, then the bytes of one.</summary>
    Same = 1,

    /// <summary>Whole numbers from 0 to 65,534, two bytes each; 65,535 is absent.</summary>
    Counts = 2,
}
