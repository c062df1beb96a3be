using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Sends forms one after another on one ground; where an earlier form took away what a later one needs, begins anew.</summary>
public sealed class FormSeries(Func<Task<SecurityGround>> start) : IDisposable
{
    private bool used;

    public SecurityGround? Ground { get; private set; }

    public async Task<FormRun> RunAsync(SeenForm form, FormRun.Sending send)
    {
        Ground ??= await start();
        var run = await FormRun.RunAsync(Ground, form, send);
        if (run.Changes.Count == 0 && used)
        {
            Renew();
            Ground = await start();
            run = await FormRun.RunAsync(Ground, form, send);
        }

        used = true;
        return run;
    }

    /// <summary>The next form finds everything as it was seeded.</summary>
    public void Renew()
    {
        Ground?.Dispose();
        (Ground, used) = (null, false);
    }

    public void Dispose() => Renew();
}
