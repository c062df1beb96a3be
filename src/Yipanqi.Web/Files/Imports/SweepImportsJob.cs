using Yipanqi.Web.Access;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Sweeps the drafts of every tenant, twice a day. On several nodes it runs on each, which does no harm.</summary>
public sealed class SweepImportsJob(DomainQuery domains, SweepImports sweep, TimeProvider clock, ILogger<SweepImportsJob> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var domain in await domains.AllAsync(stoppingToken))
                {
                    await sweep.RunAsync(domain.Id, stoppingToken);
                }
            }
            catch (System.Data.Common.DbException e)
            {
                log.LogError(e, "Import drafts could not be swept; the next try is in {Hours} hours", Period.TotalHours);
            }
        }
    }
}
