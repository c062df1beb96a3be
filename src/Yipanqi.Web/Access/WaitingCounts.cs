using Microsoft.Extensions.Caching.Memory;

namespace Yipanqi.Web.Access;

/// <summary>What waits for a person in all modules, for the head of every page: kept for a minute and dropped when they act.</summary>
public sealed class WaitingCounts(IEnumerable<IWaitingCount> modules, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (cache.TryGetValue(KeyOf(actor), out Kept? kept) && now < kept!.Until)
        {
            return kept.Counts;
        }

        var counts = new Dictionary<string, int>();
        foreach (var module in modules)
        {
            foreach (var (address, count) in await module.CountAsync(actor, cancellation))
            {
                counts[address] = count;
            }
        }

        cache.Set(KeyOf(actor), new Kept(counts, now + KeptFor), KeptFor);
        return counts;
    }

    /// <summary>The person is about to change something.</summary>
    public void Forget(Actor actor) => cache.Remove(KeyOf(actor));

    private static (string Name, Guid TenantId, Guid PersonId) KeyOf(Actor actor) => (nameof(WaitingCounts), actor.TenantId, actor.PersonId);

    private sealed record Kept(IReadOnlyDictionary<string, int> Counts, DateTimeOffset Until);
}
