using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Benchmarks;

/// <summary>Data of the size of the default scheme: 46 items → 15 indicators → 5 dimensions → index, 2 % missing.</summary>
public static class IndexData
{
    private const double MissingShare = 0.02;
    private static readonly int[] IndicatorSizes = [4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3];

    public static IndexStructure Structure(Func<int, ItemRule> rule, params LevelRule[] levels)
    {
        List<IndexNode> nodes = [new("Index", null, 1)];
        for (var d = 0; d < 5; d++)
        {
            nodes.Add(new IndexNode($"D{d}", "Index", d == 4 ? 50 : 12.5) { Track = d == 4 ? Track.Business : Track.Party });
        }

        for (var i = 0; i < IndicatorSizes.Length; i++)
        {
            nodes.Add(new IndexNode($"I{i}", $"D{i / 3}", 1 + i % 3));
            for (var k = 0; k < IndicatorSizes[i]; k++)
            {
                var item = nodes.Count(n => n.Rule is not null);
                nodes.Add(new IndexNode($"I{i}_{k}", $"I{i}", 1 + 0.5 * k) { Rule = rule(item) });
            }
        }

        return IndexStructure.Build(nodes, levels);
    }

    public static double[][] Columns(int items, int rows)
    {
        var columns = new double[items][];
        Parallel.For(0, items, item =>
        {
            var random = SeededRandom.Stream(20260331, (ulong)item);
            var column = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                column[row] = random.NextDouble() < MissingShare ? double.NaN : 100 * random.NextDouble();
            }

            columns[item] = column;
        });
        return columns;
    }
}
