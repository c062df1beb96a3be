namespace Yipanqi.Web.Modules.Assessment;

/// <summary>States of an objection. The number is stored.</summary>
public enum ObjectionState
{
    /// <summary>待答复：nothing is published while one stands here.</summary>
    Filed = 0,

    /// <summary>采纳：figures were corrected, or an adjustment withdrawn.</summary>
    Accepted = 1,

    /// <summary>不采纳，with the reasons.</summary>
    Rejected = 2,

    /// <summary>已撤回 by the organisation.</summary>
    Withdrawn = 3,
}
