using Microsoft.AspNetCore.Identity;

namespace Yipanqi.Web.Access;

/// <summary>
/// A sign-in: name, secret, lock-out. A local row without tenant; <see cref="DomainId"/> tells which tenant to open after signing in.
/// What the account may do is told by the posts of the <see cref="Person"/> that names it.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid DomainId { get; set; }

    public bool Disabled { get; set; }

    /// <summary>A new account with its secret hashed, ready to be saved with its person in one unit of work.</summary>
    public static Account New(Guid domainId, string userName, string secret, ILookupNormalizer normalizer, IPasswordHasher<Account> hasher)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DomainId = domainId,
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        account.PasswordHash = hasher.HashPassword(account, secret);
        return account;
    }
}
