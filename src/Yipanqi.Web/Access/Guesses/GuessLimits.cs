using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// How many secrets a source may have checked within a quarter of an hour. A guess is taken before it is checked, so that many at the
/// same moment are no more than the limit, and given back when it was right.
/// </summary>
public sealed class GuessLimits(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Of all accounts together; known devices do not count.</summary>
    public const int OfANetwork = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int Tries = 3;

    /// <summary>False where the source has none left: the secret is not to be looked at.</summary>
    public async Task<bool> TryTakeAsync(string source, int most, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries; i++)
        {
            try
            {
                return (await unitOfWork.WriteAsync<bool>(UnitOfWork.NoTenant, async db => await TakeAsync(db, source, most, cancellation), cancellation)).Value;
            }
            catch (DbUpdateException)
            {
                // Another guess began the window at the same moment.
            }
        }

        return false;
    }

    public Task GiveBackAsync(string source, CancellationToken cancellation) => unitOfWork.WriteAsync<int>(
        UnitOfWork.NoTenant,
        async db => await db.Set<GuessCount>().Where(g => g.Source == source && g.Guesses > 0).ExecuteUpdateAsync(set => set.SetProperty(g => g.Guesses, g => g.Guesses - 1), cancellation),
        cancellation);

    private async Task<bool> TakeAsync(YipanqiDb db, string source, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var running = db.Set<GuessCount>().Where(g => g.Source == source && g.UntilUtc > now);
        if (await running.Where(g => g.Guesses < most).ExecuteUpdateAsync(set => set.SetProperty(g => g.Guesses, g => g.Guesses + 1), cancellation) > 0)
        {
            return true;
        }

        if (await running.AnyAsync(cancellation))
        {
            return false;
        }

        await db.Set<GuessCount>().Where(g => g.UntilUtc <= now).ExecuteDeleteAsync(cancellation);
        db.Add(new GuessCount { Source = source, Guesses = 1, UntilUtc = now + Window });
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
