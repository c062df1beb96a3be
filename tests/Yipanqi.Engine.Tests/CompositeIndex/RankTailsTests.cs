using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public sealed class RankTailsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(50, 51)]
    [InlineData(200, 1)]
    public void Keep_what_sorting_all_ranks_would_find(int best, int worst)
    {
        var random = new SeededRandom(20261012);
        var tails = new RankTails(3, best, worst);
        var all = Enumerable.Range(0, 3).Select(_ => new List<int>()).ToArray();

        foreach (var size in (int[])[120, 30, 90])
        {
            var batch = Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, 3).Select(_ => (int)(40 * random.NextDouble())).ToArray()).ToArray();
            tails.Add(batch, row => 100 + row, threads: 2);
            for (var row = 0; row < 3; row++)
            {
                all[row].AddRange(batch.Select(b => b[row] == 0 ? 100 + row : b[row]));
            }
        }

        for (var row = 0; row < 3; row++)
        {
            all[row].Sort();
            tails.Of(row).ShouldBe((all[row][best - 1], all[row][^worst]));
        }
    }
}
