using System.Collections.Concurrent;
using System.Threading.Channels;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Draws the rank intervals of a large quarter in the background: minutes of work that come before publication. One quarter at a time;
/// what a stopped server had not finished is started again by a person.
/// </summary>
public sealed class IntervalWork(RunAssessment run, ILogger<IntervalWork> logger) : BackgroundService
{
    private readonly Channel<(Actor Actor, RunAssessment.Input Input)> asked = Channel.CreateUnbounded<(Actor, RunAssessment.Input)>();
    private readonly ConcurrentDictionary<(Guid TenantId, Quarter Quarter), double> shares = [];
    private readonly ConcurrentDictionary<(Guid TenantId, Quarter Quarter), string> refusals = [];

    /// <summary>Share that is done, 0–1; null where nothing is at work.</summary>
    public double? ShareOf(Guid tenantId, Quarter quarter) => shares.TryGetValue((tenantId, quarter), out var share) ? share : null;

    /// <summary>Why the last attempt came to nothing; null where it did not.</summary>
    public string? RefusalOf(Guid tenantId, Quarter quarter) => refusals.GetValueOrDefault((tenantId, quarter));

    /// <summary>Asks for the intervals of a quarter; asking twice starts one work.</summary>
    public void Start(Actor actor, Quarter quarter, Guid schemeId)
    {
        if (shares.TryAdd((actor.TenantId, quarter), 0))
        {
            refusals.TryRemove((actor.TenantId, quarter), out _);
            asked.Writer.TryWrite((actor, new(quarter, schemeId, Intervals: true)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (actor, input) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            var key = (actor.TenantId, input.Quarter);
            try
            {
                var outcome = await run.RunAsync(actor, input, stoppingToken, share => shares[key] = share);
                if (!outcome.IsDone)
                {
                    refusals[key] = outcome.Refusals[0].Message;
                }
            }
            catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
            {
                logger.LogError(failure, "The rank intervals of {Quarter} were not drawn.", input.Quarter);
                refusals[key] = "名次区间没有算完，请再试一次；仍不行请告诉系统管理员。";
            }
            finally
            {
                shares.TryRemove(key, out _);
            }
        }
    }
}
