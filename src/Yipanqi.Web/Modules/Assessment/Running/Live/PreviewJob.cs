using Yipanqi.Web.Access;
using Yipanqi.Web.Jobs;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Applies what changed to the previews.</summary>
public sealed class PreviewJob(UpdatePreview update, DomainQuery domains, TimeProvider clock, ILogger<PreviewJob> logger) : RestingJob(clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        foreach (var domain in await domains.AllAsync(cancellation))
        {
            foreach (var quarter in await update.DueAsync(domain.Id, cancellation))
            {
                var outcome = await update.RunAsync(domain.Id, quarter, cancellation);
                Logger.LogInformation("Preview of {Quarter}: {Answer}", quarter, outcome.IsDone ? outcome.Value.ToString() : outcome.Refusals[0].Code);
            }
        }
    }
}
