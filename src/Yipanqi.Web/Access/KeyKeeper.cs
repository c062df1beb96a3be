using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Yipanqi.Web.Access;

/// <summary>
/// Makes the data-protection keys, at start-up and once a day, always in time. The framework would make one when something is sealed, which
/// may be inside a transaction: keys lie in the same database, so on SQLite making one there would wait for its own end.
/// </summary>
public sealed class KeyKeeper(IKeyManager keys, ILogger<KeyKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>A successor is made this long before the last key ends.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>Other nodes read the keys anew within a day; a successor is used only after that.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromDays(2);

    // The framework judges keys by the machine's own clock.
    private static readonly TimeProvider Clock = TimeProvider.System;

    public void Keep()
    {
        var now = Clock.GetUtcNow();
        var usable = keys.GetAllKeys().Where(k => !k.IsRevoked && k.ExpirationDate > now).ToList();
        if (!usable.Any(k => k.ActivationDate <= now))
        {
            keys.CreateNewKey(now, now + Lifetime);
        }
        else if (usable.Max(k => k.ExpirationDate) < now + Ahead)
        {
            keys.CreateNewKey(now + Spread, now + Spread + Lifetime);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Keep();
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                log.LogError(e, "The data-protection keys could not be looked after; the next try is in {Hours} hours", Period.TotalHours);
            }
        }
    }
}
