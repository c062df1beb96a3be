using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// Checks an account name and its secret. One answer for an unknown name, a wrong secret, a locked and a disabled account, and the
/// same work for each, so that nobody learns which names exist. Few checks run at once: hashing is dear, and other pages go on.
/// </summary>
public sealed class SignIn(UserManager<Account> users, SignInQueue queue, TimeProvider clock)
{
    private static readonly Refusal Wrong = new("sign-in.wrong", "", "账号或口令不对。连续输错 5 次，账号锁定 15 分钟。");

    public async Task<Outcome<AccountClaims>> RunAsync(string userName, string secret, CancellationToken cancellation)
    {
        using var turn = await queue.EnterAsync(cancellation);
        if (turn is null)
        {
            return new Refusal("sign-in.busy", "", "登录的人较多，请过一分钟再试。");
        }

        var account = await users.FindByNameAsync(userName);
        if (account is null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody.Account, Nobody.Hash(users.PasswordHasher), secret);
            return Wrong;
        }

        var right = await users.CheckPasswordAsync(account, secret);
        if (await users.IsLockedOutAsync(account) || account.Disabled)
        {
            return Wrong;
        }

        if (!right)
        {
            await users.AccessFailedAsync(account);
            return Wrong;
        }

        if (account.AccessFailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(account);
        }

        return new AccountClaims(account.Id, account.DomainId, account.SecurityStamp ?? "", clock.GetUtcNow().UtcDateTime);
    }

    private static class Nobody
    {
        private static string? hash;

        public static readonly Account Account = new();

        public static string Hash(IPasswordHasher<Account> hasher) => hash ??= hasher.HashPassword(Account, Guid.NewGuid().ToString());
    }
}
