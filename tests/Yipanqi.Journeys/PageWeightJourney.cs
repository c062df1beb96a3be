using System.Globalization;
using Microsoft.Playwright;
using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>What a first visit transfers, and how soon and how steadily a page stands on a machine four times slower. Limits: docs/performance-pages.md.</summary>
[Collection(DemoCollection.Name)]
public sealed class PageWeightJourney(Site site)
{
    private const int PlainLimit = 200 * 1024;
    private const int ChartLimit = 400 * 1024;

    [Theory]
    [InlineData("/organs", PlainLimit)]
    [InlineData("/units", PlainLimit)]
    [InlineData("/", ChartLimit)]
    public async Task Is_small_on_a_first_visit(string path, int limit)
    {
        await using var visit = await site.OpenAsync("lead");

        var bytes = await TransferredAsync(visit, path);

        bytes.ShouldBeInRange(10_000, limit, string.Create(CultureInfo.InvariantCulture, $"{path} transfers {bytes / 1024.0:0.0} KB"));
    }

    // The best of three visits: what the page itself costs, not what else the machine is doing.
    [Fact]
    public async Task Stands_soon_and_steadily_on_a_slow_machine()
    {
        await using var visit = await site.OpenAsync("lead");
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        var visits = new List<Dictionary<string, double>>();

        for (var i = 0; i < 3; i++)
        {
            await visit.GoAsync("/");
            visits.Add(await visit.Page.EvaluateAsync<Dictionary<string, double>>(Watch));
        }

        Best("fcp").ShouldBeInRange(1, 2_500);
        Best("lcp").ShouldBeInRange(1, 2_500);
        Best("cls").ShouldBeLessThanOrEqualTo(0.1);
        Best("blocked").ShouldBeLessThanOrEqualTo(600);

        double Best(string figure) => visits.Min(v => v[figure]);
    }

    private const string Watch = """
        () => new Promise(done => {
          const found = { fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, lcp: 0, cls: 0, blocked: 0 };
          const watch = (type, take) => new PerformanceObserver(l => l.getEntries().forEach(take)).observe({ type, buffered: true });
          watch('largest-contentful-paint', e => found.lcp = e.startTime);
          watch('layout-shift', e => { if (!e.hadRecentInput) found.cls += e.value; });
          watch('longtask', e => found.blocked += Math.max(0, e.duration - 50));
          setTimeout(() => done(found), 1500);
        })
        """;

    private static async Task<long> TransferredAsync(Visit visit, string path)
    {
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.clearBrowserCache");
        long bytes = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, e) => Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        await visit.GoAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return bytes;
    }
}
