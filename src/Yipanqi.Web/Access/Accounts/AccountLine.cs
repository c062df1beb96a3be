namespace Yipanqi.Web.Access;

/// <summary>An account in the list, with the person's posts of today in words.</summary>
public sealed record AccountLine(
    Guid Id, Guid PersonId, string PersonName, string UserName, bool Pending, bool Disabled, DateTime? LockedUntilUtc, DateTime? EnabledUtc, DateTime? LastSignInUtc)
{
    public IReadOnlyList<string> Posts { get; init; } = [];

    public AccountState StateAt(DateTime now) =>
        Pending ? AccountState.Pending
        : Disabled ? AccountState.Disabled
        : LockedUntilUtc > now ? AccountState.Locked
        : (LastSignInUtc ?? EnabledUtc) is { } used && used >= now.AddDays(-Account.UnusedDays) ? AccountState.Active
        : AccountState.Unused;
}
