using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Benchmarks;

/// <summary>A quarter in the manner of the default scheme: 37 rates of counts, 4 mean ratings, 1 weighted share, 2 made of parts, 2 fixed.</summary>
public static class SchemeData
{
    public static IndexStructure Structure { get; } = IndexData.Structure(item => ItemRule.Goalposts(Direction.Benefit, 0.2, item % 9 == 8 ? 5 : 1));

    public static ItemColumn[] Columns(int rows) => [.. Enumerable.Range(0, 46).Select(item => Column(item, rows))];

    private static ItemColumn Column(int item, int rows)
    {
        var random = SeededRandom.Stream(7, (ulong)item);
        if (item % 9 == 8 && item < 40)
        {
            return Ratings(rows, random);
        }

        return item switch
        {
            0 => Shares(rows, random),
            1 => Parts(PartsFormula.MinHopRatio, 4, rows, random),
            2 => Parts(PartsFormula.Difference, 2, rows, random),
            44 or 45 => new ItemColumn(Fill(rows, _ => random.NextDouble())),
            _ => Counts(rows, random),
        };
    }

    private static ItemColumn Counts(int rows, SeededRandom random)
    {
        var due = Fill(rows, _ => 5 + Math.Floor(60 * random.NextDouble()));
        var met = Fill(rows, row => random.NextBinomial((int)due[row], 0.4 + 0.5 * random.NextDouble()));
        return new ItemColumn(Fill(rows, row => met[row] / due[row])) { Redraw = new CountsSource(met, due) };
    }

    private static ItemColumn Ratings(int rows, SeededRandom random)
    {
        var counts = new int[5][];
        for (var step = 0; step < 5; step++)
        {
            counts[step] = [.. Fill(rows, _ => Math.Floor(20 * random.NextDouble())).Select(c => (int)c)];
        }

        return new ItemColumn(Fill(rows, _ => 1 + 4 * random.NextDouble())) { Redraw = new RatingsSource(counts) };
    }

    private static ItemColumn Shares(int rows, SeededRandom random) =>
        new(Fill(rows, _ => random.NextDouble())) { Redraw = new WeightedShareSource(Fill(rows, _ => 3 + 9 * random.NextDouble())) };

    private static ItemColumn Parts(PartsFormula formula, int parts, int rows, SeededRandom random)
    {
        var due = Enumerable.Range(0, parts).Select(_ => Fill(rows, _ => 5 + Math.Floor(40 * random.NextDouble()))).ToArray();
        var met = due.Select(d => Fill(rows, row => Math.Floor(d[row] * (0.5 + 0.5 * random.NextDouble())))).ToArray();
        return new ItemColumn(Fill(rows, _ => random.NextDouble())) { Redraw = new PartsSource(formula, met, due) };
    }

    private static double[] Fill(int rows, Func<int, double> make) => [.. Enumerable.Range(0, rows).Select(make)];
}
