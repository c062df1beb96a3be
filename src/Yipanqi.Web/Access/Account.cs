using Microsoft.AspNetCore.Identity;

namespace Yipanqi.Web.Access;

/// <summary>
/// A sign-in: name, secret, lock-out. A local row without tenant; <see cref="DomainId"/> tells which tenant to open after signing in.
/// What the account may do is told by the posts of the <see cref="Person"/> that names it.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>GB/T 22239-2019 8.1.4.1 b)：应具有登录失败处理功能，限制非法登录次数。</summary>
    public const int GuessesBeforeLock = 5;

    /// <summary>An account nobody signed in to for so long is listed as unused.</summary>
    public const int UnusedDays = 90;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public Guid DomainId { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Waits for the security administrator; nothing works until then.</summary>
    public bool Pending { get; private set; }

    /// <summary>The secret was issued by someone else: the first thing after signing in is to change it.</summary>
    public bool MustChangeSecret { get; private set; }

    /// <summary>Null until the first sign-in after the secret was set by the platform.</summary>
    public DateTime? SecretChangedUtc { get; private set; }

    /// <summary>When the account was approved or enabled again; null for those made before approval was asked for.</summary>
    public DateTime? EnabledUtc { get; private set; }

    public DateTime? LastSignInUtc { get; private set; }

    public DateTime? LockedUntilUtc { get; private set; }

    /// <summary>A new account with its secret hashed, ready to be saved with its person in one unit of work.</summary>
    public static Account New(Guid domainId, string userName, string secret, ILookupNormalizer normalizer, IPasswordHasher<Account> hasher)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DomainId = domainId,
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            LockoutEnabled = true,
        };
        account.PasswordHash = hasher.HashPassword(account, secret);
        account.EndSessions();
        return account;
    }

    /// <summary>Decides about one try to sign in, and keeps what follows from it: the count, the lock, the time.</summary>
    /// <param name="fromKnownDevice">Counted for the device alone: it neither suffers from what others guess nor gives them more guesses.</param>
    public SignInVerdict TrySecret(bool right, bool holdsPost, bool fromKnownDevice, DateTime now)
    {
        if (LockedUntilUtc > now && !fromKnownDevice)
        {
            return SignInVerdict.Locked;
        }

        if (!right && fromKnownDevice)
        {
            return SignInVerdict.WrongSecret;
        }

        if (!right)
        {
            AccessFailedCount++;
            if (AccessFailedCount < GuessesBeforeLock)
            {
                return SignInVerdict.WrongSecret;
            }

            (AccessFailedCount, LockedUntilUtc) = (0, now + LockedFor);
            return SignInVerdict.LocksNow;
        }

        if (Disabled || Pending || !holdsPost)
        {
            return Disabled ? SignInVerdict.Disabled : Pending ? SignInVerdict.Pending : SignInVerdict.WithoutPost;
        }

        (AccessFailedCount, LockedUntilUtc) = fromKnownDevice ? (AccessFailedCount, LockedUntilUtc) : (0, null);
        LastSignInUtc = now;
        SecretChangedUtc ??= now;
        return SignInVerdict.Accepted;
    }

    /// <summary>Whether nothing but changing the secret may be done.</summary>
    public static bool IsSecretDue(bool mustChange, DateTime? changedUtc, int maxAgeDays, DateTime now) =>
        mustChange || (maxAgeDays > 0 && changedUtc?.AddDays(maxAgeDays) <= now);

    /// <summary>The person's own new secret.</summary>
    public void ChangeSecret(string hash, DateTime now)
    {
        (PasswordHash, MustChangeSecret, SecretChangedUtc) = (hash, false, now);
        EndSessions();
    }

    /// <summary>A secret that was issued to the person: good for changing it.</summary>
    public void IssueSecret(string hash)
    {
        (PasswordHash, MustChangeSecret, AccessFailedCount, LockedUntilUtc) = (hash, true, 0, null);
        EndSessions();
    }

    public void AwaitApproval() => (Pending, MustChangeSecret) = (true, true);

    public void Enable(DateTime now) => (Pending, Disabled, EnabledUtc, AccessFailedCount, LockedUntilUtc) = (false, false, now, 0, null);

    public void Disable()
    {
        Disabled = true;
        EndSessions();
    }

    // The concurrency stamp goes with it: of two who change the account at once, one is told.
    private void EndSessions()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
