using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Once a day: settles what was generated and generates what lacks, from December on for the next year too. Within minutes: counts again by a changed calendar.</summary>
public sealed class ObligationJob(GenerateObligations generate, SettleObligations settle, SettleByRecords records, DomainQuery domains, TimeProvider clock, ILogger<ObligationJob> logger) : BackgroundService
{
    private const int December = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = DateOnly.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, stoppingToken);
                var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
                if (today != done)
                {
                    await RunAsync(today, stoppingToken);
                    done = today;
                }
                else
                {
                    await RecountAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                logger.LogError(failure, "Obligations were not brought up to date; it is tried again.");
            }
        }
    }

    // A day of the calendar that was changed moves what is due the same day.
    private async Task RecountAsync(CancellationToken cancellation)
    {
        foreach (var domain in await domains.AllAsync(cancellation))
        {
            if (await settle.RecountAsync(domain.Id, cancellation) is > 0 and var recounted)
            {
                logger.LogInformation("{Recounted} obligations of {Domain} were counted again by the changed calendar.", recounted, domain.Id);
            }
        }
    }

    private async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        foreach (var domain in await domains.AllAsync(cancellation))
        {
            var settled = await settle.RunAsync(domain.Id, cancellation);
            var years = today.Month == December ? new[] { today.Year, today.Year + 1 } : [today.Year];
            foreach (var year in years)
            {
                var made = await generate.RunAsync(domain.Id, null, year, cancellation);
                logger.LogInformation("Obligations of {Year}: {Made}; {Settled}", year, made.IsDone ? made.Value.ToString() : made.Refusals[0].Code, settled.Value);
            }

            logger.LogInformation("{Computed} obligations were settled by records.", (await records.RunAsync(domain.Id, cancellation)).Value);
        }
    }
}
