namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>How far an obligation has come. The number is stored.</summary>
public enum ObligationState
{
    /// <summary>待领受。</summary>
    Open = 1,

    /// <summary>Claimed, or taken back after it was submitted.</summary>
    Claimed = 2,

    /// <summary>Reported as done; waits for the level above.</summary>
    Submitted = 3,

    /// <summary>Not accepted, with the reason; to be done again.</summary>
    Returned = 4,
    Accepted = 5,

    /// <summary>免办 for a good reason, allowed by the level above.</summary>
    Exempt = 6,

    /// <summary>退领：not this unit's, allowed by the level above.</summary>
    Declined = 7,

    /// <summary>已终止: the unit was closed, the member had left, or the list asked for it no more, before it was due.</summary>
    Ended = 8,
}
