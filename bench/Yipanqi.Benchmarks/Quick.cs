using System.Diagnostics;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Benchmarks;

/// <summary>Medians of five with a stopwatch, for a machine in a hurry: <c>--quick</c>.</summary>
public static class Quick
{
    private const int Items = 46;
    private const int Passes = 2;

    public static void Run()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; minmax, arithmetic mean, 46 → 15 → 5 → 1, 2 % missing; medians of 5");
        Console.WriteLine("|      rows | data GB | one read s | pipeline s | passes | GB/s read | of plain read | peak/data |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var rows in Environment.GetEnvironmentVariable("YQ") == "1" ? [] : (int[])[50_000, 1_000_000, 5_200_000])
        {
            Pipeline(rows);
        }

        Scheme(300_000);
        Intervals(1000);
    }

    private static void Scheme(int rows)
    {
        var run = new SchemeRun(SchemeData.Structure);
        var columns = SchemeData.Columns(rows);
        var groups = new PeerGroups([.. Enumerable.Range(0, rows).Select(row => row / 100)]);
        Console.WriteLine($"assessment run with lost points and coupling, {rows} organisations: {Median(() => run.Score(columns, groups)):0.000} s");
    }

    private static void Intervals(int rows)
    {
        var run = new SchemeRun(SchemeData.Structure);
        var columns = SchemeData.Columns(rows);
        var groups = PeerGroups.Single(rows);
        var result = run.Score(columns, groups);
        var intervals = new RankIntervals(run, seed: 20260331);
        Console.WriteLine($"rank intervals, {RankIntervals.PublishedRedraws} redraws, {rows} organisations in one group: {Median(() => intervals.Of(columns, groups, result)):0.000} s");
    }

    private static void Pipeline(int rows)
    {
        var structure = IndexData.Structure(_ => ItemRule.MinMax(Direction.Benefit));
        var columns = IndexData.Columns(Items, rows);
        var pipeline = new IndexPipeline(structure);
        var scores = new IndexScores(structure, rows, keepItems: false);
        var gigabytes = Items * 8.0 * rows / 1e9;
        var read = Median(() => ReadPass.Sum(columns));
        var run = Median(() => pipeline.Run(columns, scores));
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e9;
        Console.WriteLine(
            $"| {rows,9} | {gigabytes,7:0.000} | {read,10:0.0000} | {run,10:0.0000} | {Passes,6} | {Passes * gigabytes / run,9:0.0} | {Passes * read / run,13:P0} | {peak / gigabytes,9:0.00} |");
    }

    public static double Median(Action action)
    {
        action();
        var times = new double[5];
        for (var i = 0; i < times.Length; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times[i] = clock.Elapsed.TotalSeconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }
}
