namespace Yipanqi.Web.Access;

/// <summary>How an account stands at a moment.</summary>
public enum AccountState
{
    Active,
    Pending,
    Disabled,
    Locked,

    /// <summary>Works, but nobody signed in for <see cref="Account.UnusedDays"/> days. 等保“多余、过期账户”的线索。</summary>
    Unused,
}
