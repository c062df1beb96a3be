using System.Globalization;
using System.Security.Claims;

namespace Yipanqi.Web.Access;

/// <summary>What the sign-in cookie carries: account, tenant, security stamp, when signed in. Permissions are read anew.</summary>
public sealed record AccountClaims(Guid AccountId, Guid DomainId, string SecurityStamp, DateTime SignedInUtc)
{
    private const string DomainType = "yipanqi:domain";
    private const string StampType = "yipanqi:stamp";
    private const string SinceType = "yipanqi:since";

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, AccountId.ToString()),
            new Claim(DomainType, DomainId.ToString()),
            new Claim(StampType, SecurityStamp),
            new Claim(SinceType, SignedInUtc.ToString("O", CultureInfo.InvariantCulture)),
        ],
        scheme));

    public static AccountClaims? From(ClaimsPrincipal user)
    {
        var complete = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            & Guid.TryParse(user.FindFirstValue(DomainType), out var domain)
            & DateTime.TryParse(user.FindFirstValue(SinceType), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since);
        return complete && user.FindFirstValue(StampType) is { } stamp ? new AccountClaims(account, domain, stamp, since) : null;
    }
}
