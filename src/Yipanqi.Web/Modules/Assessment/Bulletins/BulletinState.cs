namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Draft → Issued, never back. A draft may be thrown away. The number is stored.</summary>
public enum BulletinState
{
    /// <summary>Its figures are those of its snapshot; its remarks may be edited.</summary>
    Draft = 0,

    /// <summary>Frozen: figures, remarks, number and day.</summary>
    Issued = 1,
}
