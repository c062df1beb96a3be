using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>Lets a person change their own password. Every other session of theirs ends with it.</summary>
public sealed class ChangeSecret(UnitOfWork unitOfWork, UserManager<Account> users, SignInQueue queue, GuessLimits limits, ActorQuery actors, TimeProvider clock)
{
    private const string WrongCurrent = "secret.current";

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

        // Whoever holds a session that is not theirs must not find the secret by trying.
        var source = GuessSource.Session(input.AccountId);
        if (!await limits.TryTakeAsync(source, Account.GuessesBeforeLock, cancellation))
        {
            return new Refusal("secret.guesses", nameof(input.Current), "现用口令连续输错 5 次，请过 15 分钟再改。");
        }

        try
        {
            var outcome = await unitOfWork.WriteAsync<AccountClaims>(actor.TenantId, db => ChangeAsync(db, actor, input, cancellation), cancellation);
            actors.Forget([input.AccountId]);
            if (outcome.Refusals is not [{ Code: WrongCurrent }])
            {
                await limits.GiveBackAsync(source, cancellation);
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("secret.raced", "", "没有保存。这个账号的口令刚被改过，请重新登录后再改。");
        }
    }

    private async Task<Outcome<AccountClaims>> ChangeAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var account = await db.Users.SingleAsync(a => a.Id == input.AccountId && a.DomainId == actor.TenantId, cancellation);
        if (users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, input.Current) == PasswordVerificationResult.Failed)
        {
            return new Refusal(WrongCurrent, nameof(input.Current), "现用口令不对。");
        }

        if (input.New == input.Current)
        {
            return new Refusal("secret.same", nameof(input.New), "新口令和现用口令相同，请换一个。");
        }

        var refusals = await SecretRules.CheckAsync(users, account.UserName!, input.New, nameof(input.New));
        if (refusals.Count > 0)
        {
            return Outcome<AccountClaims>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        account.ChangeSecret(users.PasswordHasher.HashPassword(account, input.New), now);
        await db.SaveAsync(new Change(actor.PersonId, now, "account.secret-changed", nameof(Account), account.Id), cancellation);
        return new AccountClaims(account.Id, account.DomainId, account.SecurityStamp!, now);
    }
}
