namespace Yipanqi.Web.Modules.Assessment;

/// <summary>States of an adjustment. The number is stored.</summary>
public enum AdjustmentState
{
    /// <summary>待确认：does not count yet.</summary>
    Entered = 0,

    /// <summary>已确认：counts.</summary>
    Confirmed = 1,

    /// <summary>已撤回：never counts again.</summary>
    Withdrawn = 2,
}
