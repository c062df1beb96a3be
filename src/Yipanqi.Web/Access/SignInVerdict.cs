namespace Yipanqi.Web.Access;

/// <summary>What became of a try to sign in: told to the journal, never to who tried.</summary>
public enum SignInVerdict
{
    Accepted,
    WrongSecret,

    /// <summary>Wrong once too often: the account is locked from now on.</summary>
    LocksNow,
    Locked,
    Disabled,
    Pending,

    /// <summary>Right, but no post of the person is in force.</summary>
    WithoutPost,
}
