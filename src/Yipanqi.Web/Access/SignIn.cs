using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>
/// Checks an account name and its secret. One answer for an unknown name, a wrong secret, a locked, waiting or disabled account, and the
/// same work for each, so that nobody learns which names exist (decision 0005). Few checks run at once: hashing is dear, and other pages go on.
/// A network has a number of guesses, whatever names they are at; a device that is known for the account has its own (decision 0083).
/// </summary>
public sealed class SignIn(UnitOfWork unitOfWork, UserManager<Account> users, SignInQueue queue, GuessLimits limits, TimeProvider clock)
{
    /// <summary>From the end of hashing to a refusal: longer than writing takes, so that what was written cannot be told from the time.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromMilliseconds(60);

    private static readonly Refusal Wrong = new("sign-in.wrong", "", "账号或口令不对。连续输错 5 次，账号锁定 15 分钟。");

    public async Task<Outcome<AccountClaims>> RunAsync(string userName, string secret, SignInFrom from, CancellationToken cancellation)
    {
        using var turn = await queue.EnterAsync(cancellation);
        if (turn is null)
        {
            return new Refusal("sign-in.busy", "", "登录的人较多，请过一分钟再试。");
        }

        var name = users.NormalizeName(userName);
        var known = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancellation), cancellation);
        if (await TakeGuessAsync(known, from, cancellation) is not { } source)
        {
            return Wrong; // not looked at
        }

        var account = known ?? Nobody.Account;
        var match = users.PasswordHasher.VerifyHashedPassword(account, known?.PasswordHash ?? Nobody.Hash(users.PasswordHasher), secret);
        var hashed = clock.GetTimestamp();
        if (known is null)
        {
            await CountUnknownAsync(cancellation);
        }
        else if (await RecordAsync(known, match, secret, source != from.Network, cancellation) is { } claims)
        {
            await limits.GiveBackAsync(source, cancellation);
            return claims;
        }

        turn.Dispose();
        if (clock.GetElapsedTime(hashed) is var spent && spent < Writing)
        {
            await Task.Delay(Writing - spent, clock, cancellation);
        }

        return Wrong;
    }

    // Of the device where it is known for this account and has guesses left, else of the network; null where that has none left either.
    private async Task<string?> TakeGuessAsync(Account? known, SignInFrom from, CancellationToken cancellation)
    {
        if (known is not null && from.Devices.TryGetValue(known.Id, out var device) && await limits.TryTakeAsync(GuessSource.Device(device), Account.GuessesBeforeLock, cancellation))
        {
            return GuessSource.Device(device);
        }

        return await limits.TryTakeAsync(from.Network, GuessLimits.OfANetwork, cancellation) ? from.Network : null;
    }

    private async Task<AccountClaims?> RecordAsync(Account known, PasswordVerificationResult match, string secret, bool fromKnownDevice, CancellationToken cancellation)
    {
        var rehashed = match == PasswordVerificationResult.SuccessRehashNeeded ? users.PasswordHasher.HashPassword(known, secret) : null;
        var outcome = await unitOfWork.WriteAsync<Recorded>(
            known.DomainId,
            async db =>
            {
                // Holds the row, so that tries at the same moment are judged one after another.
                await db.Users.Where(a => a.Id == known.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount), cancellation);
                var account = await db.Users.SingleAsync(a => a.Id == known.Id, cancellation);
                var right = match != PasswordVerificationResult.Failed && account.PasswordHash == known.PasswordHash;
                return await JudgeAsync(db, account, right, fromKnownDevice, rehashed, cancellation);
            },
            cancellation);
        return outcome.Value.Claims;
    }

    private async Task<Recorded> JudgeAsync(YipanqiDb db, Account account, bool right, bool fromKnownDevice, string? rehashed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var person = await db.Set<Person>().Where(p => p.AccountId == account.Id).Select(p => new
        {
            p.Id,
            HoldsPost = db.Set<Post>().Any(o => o.TenantId == p.TenantId && o.PersonId == p.Id && o.FromDay <= today && (o.ToDay == null || o.ToDay >= today)),
        }).SingleOrDefaultAsync(cancellation);
        var verdict = account.TrySecret(right, person?.HoldsPost == true, fromKnownDevice, now);
        var accepted = verdict == SignInVerdict.Accepted;
        if (accepted && rehashed is not null)
        {
            account.PasswordHash = rehashed;
        }

        Change Entry(string action, string detail = "{}") => new(accepted ? person!.Id : null, now, action, nameof(Account), account.Id, "", detail);
        List<Change> changes = accepted
            ? [Entry("account.signed-in")]
            : [Entry("account.sign-in-refused", JsonSerializer.Serialize(new { why = verdict.ToString() }))];
        if (verdict == SignInVerdict.LocksNow)
        {
            changes.Add(Entry("account.locked"));
        }

        await db.SaveAsync(changes, cancellation);
        return new(accepted ? new AccountClaims(account.Id, account.DomainId, account.SecurityStamp ?? "", now) : null);
    }

    // Written as a guess at a known name is, so that it takes as long.
    private async Task CountUnknownAsync(CancellationToken cancellation)
    {
        var day = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        try
        {
            await unitOfWork.WriteAsync<int>(
                UnitOfWork.NoTenant,
                async db =>
                {
                    var counted = await db.Set<UnknownSignIn>().Where(u => u.Day == day).ExecuteUpdateAsync(set => set.SetProperty(u => u.Guesses, u => u.Guesses + 1), cancellation);
                    if (counted == 0)
                    {
                        db.Add(new UnknownSignIn { Day = day, Guesses = 1 });
                        await db.SaveChangesAsync(cancellation);
                    }

                    return counted;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node began the day at the same moment; one guess is not counted.
        }
    }

    private sealed record Recorded(AccountClaims? Claims);

    private static class Nobody
    {
        private static string? hash;

        public static readonly Account Account = new();

        public static string Hash(IPasswordHasher<Account> hasher) => hash ??= hasher.HashPassword(Account, Guid.NewGuid().ToString());
    }
}
