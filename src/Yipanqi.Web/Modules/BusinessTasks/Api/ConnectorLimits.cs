using System.Threading.RateLimiting;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>How often a token may ask, and how often an address may come with texts that are no tokens; counted in each node.</summary>
public sealed class ConnectorLimits : IDisposable
{
    /// <summary>Requests a minute; with 200 tasks each, 24,000 tasks.</summary>
    public const int OfToken = 120;

    /// <summary>Refused tokens a minute from one address.</summary>
    public const int OfAddress = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> tokens = Limiter<Guid>(OfToken);
    private readonly PartitionedRateLimiter<string> addresses = Limiter<string>(OfAddress);

    public static int RetryAfterSeconds => (int)Window.TotalSeconds;

    public bool Allows(Guid tokenId) => tokens.AttemptAcquire(tokenId).IsAcquired;

    public bool AllowsGuess(string address) => addresses.AttemptAcquire(address).IsAcquired;

    /// <summary>Whether the address has guesses left, without using one up.</summary>
    public bool MayGuess(string address) => addresses.AttemptAcquire(address, 0).IsAcquired;

    public void Dispose()
    {
        tokens.Dispose();
        addresses.Dispose();
    }

    private static PartitionedRateLimiter<T> Limiter<T>(int most) where T : notnull => PartitionedRateLimiter.Create<T, T>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 }));
}
