using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Applies what changed to the previews, some seconds after the change: many changes at once cost little more than one.</summary>
public sealed class PreviewJob(UpdatePreview update, DomainQuery domains, TimeProvider clock, ILogger<PreviewJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Of a province an update takes seconds: it rests nine times as long, so that it never has more than a tenth of a core.
    private const int RestTimes = 9;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var worked = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause + (RestTimes * worked), stoppingToken);
                var began = clock.GetTimestamp();
                foreach (var domain in await domains.AllAsync(stoppingToken))
                {
                    await ApplyAsync(domain.Id, stoppingToken);
                }

                worked = clock.GetElapsedTime(began);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                logger.LogError(failure, "A preview was not brought up to date; the marks stay and it is tried again.");
            }
        }
    }

    private async Task ApplyAsync(Guid tenantId, CancellationToken cancellation)
    {
        foreach (var quarter in await update.DueAsync(tenantId, cancellation))
        {
            var outcome = await update.RunAsync(tenantId, quarter, cancellation);
            logger.LogInformation("Preview of {Quarter}: {Answer}", quarter, outcome.IsDone ? outcome.Value.ToString() : outcome.Refusals[0].Code);
        }
    }
}
