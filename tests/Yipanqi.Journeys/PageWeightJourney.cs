using System.Globalization;
using System.Text.Json;
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

    [Fact]
    public async Task Stands_soon_and_steadily_on_a_slow_machine()
    {
        await using var visit = await site.OpenAsync("lead");
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });

        await visit.GoAsync("/");
        var figures = await visit.Page.EvaluateAsync<JsonElement>("""
            new Promise(done => {
              const found = { fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, lcp: 0, cls: 0, blocked: 0 };
              const watch = (type, take) => new PerformanceObserver(l => l.getEntries().forEach(take)).observe({ type, buffered: true });
              watch('largest-contentful-paint', e => found.lcp = e.startTime);
              watch('layout-shift', e => { if (!e.hadRecentInput) found.cls += e.value; });
              watch('longtask', e => found.blocked += Math.max(0, e.duration - 50));
              setTimeout(() => done(found), 1500);
            })
            """);

        figures.GetProperty("fcp").GetDouble().ShouldBeInRange(1, 2_500, figures.ToString());
        figures.GetProperty("lcp").GetDouble().ShouldBeInRange(1, 2_500, figures.ToString());
        figures.GetProperty("cls").GetDouble().ShouldBeLessThanOrEqualTo(0.1, figures.ToString());
        figures.GetProperty("blocked").GetDouble().ShouldBeLessThanOrEqualTo(600, figures.ToString());
    }

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
