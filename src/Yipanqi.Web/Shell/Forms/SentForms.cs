using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>Who sends a form first has it dealt with; whoever sends the same one again waits for that answer. Holds on several nodes.</summary>
public sealed class SentForms(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int DaysKept = 1;
    private const int Looks = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private DateOnly swept;

    /// <summary>Null location: this sending is the first. An empty one: the first is still being dealt with, after ten seconds of waiting.</summary>
    public async Task<string?> ClaimAsync(Guid accountId, Guid key, CancellationToken cancellation)
    {
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

            await Task.Delay(BetweenLooks, clock, cancellation);
        }

        return "";
    }

    public Task KeepAsync(Guid accountId, Guid key, string location) => ChangeAsync(
        db => db.Set<SentForm>().Where(f => f.AccountId == accountId && f.Key == key).ExecuteUpdateAsync(set => set.SetProperty(f => f.Location, location)));

    /// <summary>Nothing was changed by it: what was typed may be corrected and sent again.</summary>
    public Task ReleaseAsync(Guid accountId, Guid key) => ChangeAsync(
        db => db.Set<SentForm>().Where(f => f.AccountId == accountId && f.Key == key).ExecuteDeleteAsync());

    private Task<SentForm?> FindAsync(Guid accountId, Guid key, CancellationToken cancellation) => unitOfWork.ReadAsync(
        UnitOfWork.NoTenant, db => db.Set<SentForm>().SingleOrDefaultAsync(f => f.AccountId == accountId && f.Key == key, cancellation), cancellation);

    private async Task<bool> AddAsync(Guid accountId, Guid key, CancellationToken cancellation)
    {
        try
        {
            await unitOfWork.WriteAsync<int>(
                UnitOfWork.NoTenant,
                async db =>
                {
                    db.Add(new SentForm { AccountId = accountId, Key = key, Day = Today });
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
