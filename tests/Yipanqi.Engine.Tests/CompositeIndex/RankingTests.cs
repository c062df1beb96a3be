using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class RankingTests
{
    [Fact]
    public void Ties_share_the_best_rank_and_missing_scores_have_none()
    {
        Ranks(70, 90, double.NaN, 90, 50).ShouldBe([3, 1, 0, 1, 4]);
    }

    [Fact]
    public void Differences_of_rounding_are_ties_and_larger_ones_are_not()
    {
        // Neighbours are tied, the two ends are not: each rank counts only the scores that are strictly higher.
        Ranks(80, 80 + 7e-8, 80 - 7e-8).ShouldBe([1, 1, 2]);
        Ranks(80, 80 + 9e-8, 0.5, 0.5 + 0.9e-9, 0.5 - 1.1e-9).ShouldBe([2, 1, 3, 3, 5]);
    }

    [Fact]
    public void Each_rank_is_one_more_than_the_number_of_higher_scores() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int[]>(numbers =>
        {
            var scores = numbers.Select(number => number % 7 == 0 ? double.NaN : number / 3.0).ToArray();
            return Ranks(scores).SequenceEqual(scores.Select(score => double.IsNaN(score) ? 0 : 1 + scores.Count(other => Ranking.IsHigher(other, score))));
        }));

    private static int[] Ranks(params double[] scores)
    {
        var ranks = new int[scores.Length];
        Ranking.Competition(scores, ranks);
        return ranks;
    }
}
