namespace Yipanqi.Web.Modules.Assessment;

/// <summary>States of a self-reported figure. The number is stored.</summary>
public enum ManualState
{
    /// <summary>待核：does not count yet.</summary>
    Entered = 0,

    /// <summary>已核：the reviewed value counts.</summary>
    Reviewed = 1,

    /// <summary>退回：back at the organisation, with a reason; does not count.</summary>
    Returned = 2,
}
