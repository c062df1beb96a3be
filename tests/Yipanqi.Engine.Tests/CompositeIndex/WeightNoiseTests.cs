using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class WeightNoiseTests
{
    // Leaves a, b under p, c under q; p and q under the root.
    private static readonly int[] Parents = [3, 3, 4, 5, 5, -1];
    private static readonly double[] BaseWeights = [1, 3, 1, 1, 1, 1];
    private static readonly bool[] Noisy = [false, false, false, true, true, false];
    private static readonly Matrix Scores = Matrix.FromRows([[40, 80, 50], [60, 60, 59], [double.NaN, 20, 60], [double.NaN, double.NaN, double.NaN]]);

    [Fact]
    public void Without_noise_units_rank_by_the_nested_means()
    {
        var ranks = new int[4];

        new WeightNoise(new WeightTree(Parents, BaseWeights, Noisy, 3), Scores, 0.5).Rank([0, 0], ranks);

        // Index: (70+50)/2 = 60, (60+59)/2 = 59.5, (20+60)/2 = 40, none.
        ranks.ShouldBe([1, 2, 3, 0]);
    }

    [Fact]
    public void Noise_turns_a_close_order_and_goes_back_again()
    {
        var analysis = new WeightNoise(new WeightTree(Parents, BaseWeights, Noisy, 3), Scores, 0.5);
        var ranks = new int[4];

        analysis.Rank([-1, 1], ranks);
        ranks.ShouldBe([2, 1, 3, 0]);
        analysis.Rank([0, 0], ranks);
        ranks.ShouldBe([1, 2, 3, 0]);
    }

    [Fact]
    public void Draws_repeat_with_their_seed_and_leave_units_without_a_score_out()
    {
        var analysis = new WeightNoise(new WeightTree(Parents, BaseWeights, Noisy, 3), Scores, 0.5);

        var ranks = analysis.Draw(500, 3);

        ranks.ShouldBe(analysis.Draw(500, 3));
        ranks[3].ShouldBeNull();
        ranks[2].ShouldBe(new RankDistribution(3, 0, 3, 3, 3, 1));
        (ranks[0]!.Low, ranks[0]!.High).ShouldBe((1, 2));
        (ranks[0]!.MeanRank + ranks[1]!.MeanRank).ShouldBe(3, 1e-12);
    }

    [Fact]
    public void A_tree_out_of_order_and_columns_that_do_not_fit_are_refused()
    {
        Should.Throw<IndexRefusedException>(() => new WeightTree([2, 0, -1], [1, 1, 1], [false, false, false], 1)).Code.ShouldBe("tree_not_ordered");
        Should.Throw<IndexRefusedException>(() => new WeightTree([2, 2, 2], [1, 1, 1], [false, false, false], 2)).Code.ShouldBe("tree_not_ordered");
        Should.Throw<IndexRefusedException>(() => new WeightTree([2, 2, -1], [1, -1, 1], [false, false, false], 2)).Code.ShouldBe("weight_negative");
        var tree = new WeightTree([2, 2, -1], [1, 1, 1], [true, true, false], 2);
        Should.Throw<IndexRefusedException>(() => new WeightNoise(tree, Scores, 0.5)).Code.ShouldBe("columns_do_not_fit_tree");
        Should.Throw<IndexRefusedException>(() => new WeightNoise(tree, new Matrix(2, 2), 25)).Code.ShouldBe("share_outside_0_1");
    }
}
