using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Which accounts the list shows, as the address of the page tells it.</summary>
/// <param name="Text">The person's name, a part or the spelling of it, or the beginning of the account.</param>
/// <param name="Sort">last for the last sign-in, name for the account, with a minus for descending.</param>
public sealed record AccountFilter(string Text, AccountState? State, string Sort)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "state"];

    public static AccountFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        Enum.TryParse<AccountState>(value("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        value("sort") ?? "");

    /// <summary>The accounts of the tenant that match at this moment, each with its person.</summary>
    internal IQueryable<Account> Apply(YipanqiDb db, DateTime now)
    {
        var unusedSince = now.AddDays(-Account.UnusedDays);
        var accounts = db.Users.Where(a => a.DomainId == db.TenantId);
        accounts = State switch
        {
            AccountState.Pending => accounts.Where(a => a.Pending),
            AccountState.Disabled => accounts.Where(a => a.Disabled && !a.Pending),
            AccountState.Locked => accounts.Where(a => !a.Disabled && !a.Pending && a.LockedUntilUtc > now),
            AccountState.Unused => accounts.Where(a => !a.Disabled && !a.Pending && (a.LockedUntilUtc == null || a.LockedUntilUtc <= now)
                && ((a.LastSignInUtc ?? a.EnabledUtc) == null || (a.LastSignInUtc ?? a.EnabledUtc) < unusedSince)),
            AccountState.Active => accounts.Where(a => !a.Disabled && !a.Pending && (a.LockedUntilUtc == null || a.LockedUntilUtc <= now)
                && (a.LastSignInUtc ?? a.EnabledUtc) >= unusedSince),
            _ => accounts,
        };
        if (Text.Length == 0)
        {
            return accounts;
        }

        var beginning = Text.ToUpperInvariant();
        var people = db.Set<Person>().FoundBy(db, SearchKind.Person, Text, p => p.Id).Where(p => p.AccountId != null).Select(p => p.AccountId!.Value);
        var named = db.Users.Where(a => a.DomainId == db.TenantId && a.NormalizedUserName!.StartsWith(beginning)).Select(a => a.Id);
        return accounts.Where(a => people.Union(named).Contains(a.Id));
    }

    /// <summary>Accounts never signed in to are the oldest, on both databases.</summary>
    internal IQueryable<Account> Order(IQueryable<Account> accounts) => Sort switch
    {
        "-name" => accounts.OrderByDescending(a => a.NormalizedUserName),
        "last" => accounts.OrderBy(a => a.LastSignInUtc != null).ThenBy(a => a.LastSignInUtc).ThenBy(a => a.NormalizedUserName),
        "-last" => accounts.OrderByDescending(a => a.LastSignInUtc != null).ThenByDescending(a => a.LastSignInUtc).ThenBy(a => a.NormalizedUserName),
        _ => accounts.OrderBy(a => a.NormalizedUserName),
    };
}
