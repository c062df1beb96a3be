using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>Lets a person change their own password. Every other session of theirs ends with it.</summary>
public sealed class ChangeSecret(UnitOfWork unitOfWork, UserManager<Account> users, SignInQueue queue, TimeProvider clock)
{
    public sealed record Input(Guid AccountId, string Current, string New, string Repeated);

    /// <summary>Answers the claims of the session that goes on.</summary>
    public async Task<Outcome<AccountClaims>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        using var turn = await queue.EnterAsync(cancellation);
        if (turn is null)
        {
            return new Refusal("sign-in.busy", "", "现在较忙，请过一分钟再试。");
        }

        if (input.New != input.Repeated)
        {
            return new Refusal("secret.repeated", nameof(input.Repeated), "两次填的新口令不一样，请重新填写。");
        }

        return await unitOfWork.WriteAsync<AccountClaims>(actor.TenantId, db => ChangeAsync(db, actor, input, cancellation), cancellation);
    }

    private async Task<Outcome<AccountClaims>> ChangeAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var account = await db.Users.SingleAsync(a => a.Id == input.AccountId && a.DomainId == actor.TenantId, cancellation);
        if (users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, input.Current) == PasswordVerificationResult.Failed)
        {
            return new Refusal("secret.current", nameof(input.Current), "现用口令不对。");
        }

        var refusals = await SecretRules.CheckAsync(users, account.UserName!, input.New, nameof(input.New));
        if (refusals.Count > 0)
        {
            return Outcome<AccountClaims>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, input.New);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveAsync(new Change(actor.PersonId, now, "account.secret-changed", nameof(Account), account.Id), cancellation);
        return new AccountClaims(account.Id, account.DomainId, account.SecurityStamp, now);
    }
}
