using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>Who sends a form first has it dealt with; whoever sends the same one again waits for that answer. Holds on several nodes.</summary>
public sealed class SentForms(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int DaysKept = 1;
    private const int Looks = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Longer than any form takes: a program that has not answered by then is no longer there.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);

    private DateOnly swept;

    /// <summary>
    /// Null location: this sending is the first, or the program died over the first before anything was changed. An empty one: the first is still
    /// being dealt with, after ten seconds of waiting, or nobody knows how far it came.
    /// </summary>
    /// <param name="account">Null for people who are not signed in.</param>
    public async Task<string?> ClaimAsync(AccountClaims? account, Guid key, CancellationToken cancellation)
    {
        var accountId = account?.AccountId ?? Guid.Empty;
        await SweepAsync(cancellation);
        for (var look = 0; look < Looks; look++)
        {
            if (await FindAsync(accountId, key, cancellation) is not { } earlier)
            {
                if (await AddAsync(accountId, key, cancellation))
                {
                    return null;
                }
            }
            else if (earlier.Location is { } location)
            {
                return location;
            }
            else if (await TakeOverAsync(account, earlier, cancellation))
            {
                return null;
            }

            await Task.Delay(BetweenLooks, clock, cancellation);
        }

        return "";
    }

    public Task KeepAsync(Guid accountId, Guid key, string location) => ChangeAsync(
        db => db.Set<SentForm>().Where(f => f.AccountId == accountId && f.Key == key).ExecuteUpdateAsync(set => set.SetProperty(f => f.Location, location).SetProperty(f => f.OpenSinceUtc, (DateTime?)null)));

    /// <summary>Nothing was changed by it: what was typed may be corrected and sent again.</summary>
    public Task ReleaseAsync(Guid accountId, Guid key) => ChangeAsync(
        db => db.Set<SentForm>().Where(f => f.AccountId == accountId && f.Key == key).ExecuteDeleteAsync());

    private Task<SentForm?> FindAsync(Guid accountId, Guid key, CancellationToken cancellation) => unitOfWork.ReadAsync(
        UnitOfWork.NoTenant, db => db.Set<SentForm>().SingleOrDefaultAsync(f => f.AccountId == accountId && f.Key == key, cancellation), cancellation);

    // Every change leaves an entry of who made it, in the same transaction. Without one since the claim, nothing was changed.
    private async Task<bool> TakeOverAsync(AccountClaims? account, SentForm earlier, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (account is null || earlier.OpenSinceUtc is not { } since || now - since < Abandoned || await HasChangedAsync(account, since, cancellation))
        {
            return false;
        }

        var taken = await unitOfWork.WriteAsync<int>(
            UnitOfWork.NoTenant,
            async db => await db.Set<SentForm>().Where(f => f.AccountId == earlier.AccountId && f.Key == earlier.Key && f.OpenSinceUtc == since)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.OpenSinceUtc, now), cancellation),
            cancellation);
        return taken.Value > 0;
    }

    private Task<bool> HasChangedAsync(AccountClaims account, DateTime since, CancellationToken cancellation) => unitOfWork.ReadAsync(
        account.DomainId,
        db => db.Set<JournalEntry>().AnyAsync(e => e.AtUtc >= since && db.Set<Person>().Any(p => p.TenantId == e.TenantId && p.Id == e.ActorId && p.AccountId == account.AccountId), cancellation),
        cancellation);

    private async Task<bool> AddAsync(Guid accountId, Guid key, CancellationToken cancellation)
    {
        try
        {
            await unitOfWork.WriteAsync<int>(
                UnitOfWork.NoTenant,
                async db =>
                {
                    db.Add(new SentForm { AccountId = accountId, Key = key, Day = Today, OpenSinceUtc = clock.GetUtcNow().UtcDateTime });
                    return await db.SaveChangesAsync(cancellation);
                },
                cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false; // another sending was first
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        if (swept == Today)
        {
            return;
        }

        swept = Today;
        var before = Today.AddDays(-DaysKept);
        await ChangeAsync(db => db.Set<SentForm>().Where(f => f.Day < before).ExecuteDeleteAsync(cancellation));
    }

    private Task ChangeAsync(Func<YipanqiDb, Task<int>> change) => unitOfWork.WriteAsync<int>(UnitOfWork.NoTenant, async db => await change(db), CancellationToken.None);

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
}
