using Yipanqi.Web.Access;
using Yipanqi.Web.Jobs;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Reads records after they changed, and once a day.</summary>
public sealed class GatherJob(GatherFigures gather, DomainQuery domains, TimeProvider clock, ILogger<GatherJob> logger) : RestingJob(clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        foreach (var domain in await domains.AllAsync(cancellation))
        {
            foreach (var (quarter, source) in await gather.DueAsync(domain.Id, cancellation))
            {
                var outcome = await gather.RunAsync(domain.Id, quarter, source, cancellation);
                Logger.LogInformation("Figures of {Source} for {Quarter}: {Answer}", source, quarter, outcome.IsDone ? outcome.Value.ToString() : outcome.Refusals[0].Code);
            }
        }
    }
}
