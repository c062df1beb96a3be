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
        Console.WriteLine("|      rows | data GB | one read s | pipeline s | pipeline CPU s | passes | GB/s read | of plain read | peak/data |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var rows in (int[])[50_000, 1_000_000, 5_200_000])
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
        Console.WriteLine($"assessment run with lost points and coupling, {rows} organisations: {Median(() => run.Score(columns, groups))}");
    }

    private static void Intervals(int rows)
    {
        var run = new SchemeRun(SchemeData.Structure);
        var columns = SchemeData.Columns(rows);
        var groups = PeerGroups.Single(rows);
        var result = run.Score(columns, groups);
        var intervals = new RankIntervals(run, seed: 20260331);
        Console.WriteLine($"rank intervals, {RankIntervals.PublishedRedraws} redraws, {rows} organisations in one group: {Median(() => intervals.Of(columns, groups, result))}");
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
            $"| {rows,9} | {gigabytes,7:0.000} | {read.Elapsed,10:0.0000} | {run.Elapsed,10:0.0000} | {run.Cpu,14:0.0000} | {Passes,6} "
            + $"| {Passes * gigabytes / run.Elapsed,9:0.0} | {Passes * read.Elapsed / run.Elapsed,13:P0} | {peak / gigabytes,9:0.00} |");
    }

    // Elapsed time suffers from whatever else the machine does; CPU time much less.
    private static Timing Median(Action action)
    {
        action();
        action();
        using var process = Process.GetCurrentProcess();
        var times = new Timing[5];
        for (var i = 0; i < times.Length; i++)
        {
            var before = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            action();
            var elapsed = clock.Elapsed.TotalSeconds;
            process.Refresh();
            times[i] = new(elapsed, (process.TotalProcessorTime - before).TotalSeconds);
        }

        return times.OrderBy(t => t.Elapsed).ElementAt(times.Length / 2);
    }

    private readonly record struct Timing(double Elapsed, double Cpu)
    {
        public override string ToString() => $"{Elapsed:0.000} s elapsed, {Cpu:0.000} s CPU";
    }
}
