namespace Yipanqi.Web.Jobs;

/// <summary>
/// Looks for work some seconds after the last time, so that many changes at once cost little more than one. What takes long rests nine times as long
/// afterwards: it never has more than a tenth of a core. A failure is told and tried again.
/// </summary>
public abstract class RestingJob(TimeProvider clock, ILogger logger) : BackgroundService
{
    private const int RestTimes = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected ILogger Logger { get; } = logger;

    protected abstract Task WorkAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var worked = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause + (RestTimes * worked), stoppingToken);
                var began = clock.GetTimestamp();
                await WorkAsync(stoppingToken);
                worked = clock.GetElapsedTime(began);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Logger.LogError(failure, "{Job} failed; what it had to do stays and is tried again.", GetType().Name);
            }
        }
    }
}
