namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>How a membership began or ended. The number is stored.</summary>
public enum MembershipKind
{
    /// <summary>Taken over from the register when the platform was set up.</summary>
    Registered = 1,

    /// <summary>发展入党.</summary>
    Admitted = 2,

    /// <summary>转入: from an organisation outside the platform.</summary>
    TransferredIn = 3,

    /// <summary>转接: between two branches of the platform.</summary>
    Transferred = 4,

    /// <summary>转出: to an organisation outside the platform.</summary>
    TransferredOut = 5,

    /// <summary>Retired from the Party, removed or deceased: 党籍终止.</summary>
    Ended = 6,

    /// <summary>组织调整: the branch was merged, split or closed.</summary>
    Reorganised = 7,
}
