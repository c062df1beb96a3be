using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Sends forms one after another on one ground, and begins anew where an earlier form may have taken away what a later one needs.</summary>
public sealed class FormSeries(Func<Task<SecurityGround>> start) : IDisposable
{
    public SecurityGround? Ground { get; private set; }

    /// <summary>Something was changed since the ground was seeded.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Sends the copies one after another until one changes something; answers that one, else the last.</summary>
    public async Task<(SeenForm Form, FormRun Run)> RunAsync(IReadOnlyList<SeenForm> copies, FormRun.Sending send)
    {
        Ground ??= await start();
        var run = new FormRun(null, []);
        foreach (var copy in copies)
        {
            run = await FormRun.RunAsync(Ground, copy, send);
            if (run.Changes.Count > 0)
            {
                IsUsed = true;
                return (copy, run);
            }
        }

        return (copies[^1], run);
    }

    /// <summary>The next form finds everything as it was seeded.</summary>
    public void Renew()
    {
        Ground?.Dispose();
        (Ground, IsUsed) = (null, false);
    }

    public void Dispose() => Renew();
}
