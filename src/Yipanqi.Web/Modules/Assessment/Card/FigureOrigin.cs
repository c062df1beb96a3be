namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Where the figure of an item of an organisation comes from. The number is stored.</summary>
public enum FigureOrigin : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>The organisation's own observation.</summary>
    Own = 1,

    /// <summary>Pooled over its subtree.</summary>
    Pooled = 2,

    /// <summary>Of the units it is linked to, one or pooled over several.</summary>
    Linked = 3,
}
