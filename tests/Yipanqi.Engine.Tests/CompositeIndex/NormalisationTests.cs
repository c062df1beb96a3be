using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class NormalisationTests
{
    private static readonly double[] Column = [10, double.NaN, 20, 20, 30];

    [Fact]
    public void Min_max_turns_a_cost_round_and_leaves_missing_missing()
    {
        var (benefit, cost) = (new double[5], new double[5]);

        Normalisation.MinMax(Column, Direction.Benefit, 0, 100, benefit);
        Normalisation.MinMax(Column, Direction.Cost, 1, 100, cost);

        benefit.ShouldAgreeWith([0, double.NaN, 50, 50, 100]);
        cost.ShouldAgreeWith([100, double.NaN, 50.5, 50.5, 1]);
    }

    [Fact]
    public void Standard_scores_use_the_sample_deviation()
    {
        var scores = new double[3];

        Normalisation.ZScore([1, 2, 3], Direction.Cost, 50, 10, scores);

        scores.ShouldAgreeWith([60, 50, 40]);
    }

    [Fact]
    public void Percentile_rank_and_borda_give_ties_the_least_rank()
    {
        var (percentile, borda) = (new double[5], new double[5]);

        Normalisation.PercentileRank(Column, Direction.Benefit, percentile);
        Normalisation.Borda(Column, Direction.Cost, borda);

        percentile.ShouldAgreeWith([0, double.NaN, 1 / 3.0, 1 / 3.0, 1]);
        borda.ShouldAgreeWith([3, double.NaN, 1, 1, 0]);
    }

    [Fact]
    public void Distance_to_target_runs_from_the_worst_value_and_is_capped_on_demand()
    {
        var (open, capped, cost) = (new double[5], new double[5], new double[5]);

        Normalisation.DistanceToTarget(Column, Direction.Benefit, 20, false, open);
        Normalisation.DistanceToTarget(Column, Direction.Benefit, 20, true, capped);
        Normalisation.DistanceToTarget(Column, Direction.Cost, 5, false, cost);

        open.ShouldAgreeWith([0, double.NaN, 1, 1, 2]);
        capped.ShouldAgreeWith([0, double.NaN, 1, 1, 1]);
        cost.ShouldAgreeWith([0.8, double.NaN, 0.4, 0.4, 0]);
    }

    [Fact]
    public void Goalposts_run_from_floor_to_target_and_need_no_other_unit()
    {
        var (benefit, cost) = (new double[4], new double[1]);

        Normalisation.Goalposts([0.4, 0.75, 1.2, double.NaN], Direction.Benefit, 0.5, 1, benefit);
        Normalisation.Goalposts([20], Direction.Cost, 60, 7, cost);

        benefit.ShouldAgreeWith([0, 50, 100, double.NaN]);
        cost.ShouldAgreeWith([100 * 40 / 53.0]);
    }

    [Fact]
    public void Shares_of_sum_maximum_and_length_turn_costs_in_their_own_ways()
    {
        ScaledBy(Normalisation.Sum, Direction.Benefit).ShouldAgreeWith([0.25, 0.75]);
        ScaledBy(Normalisation.Sum, Direction.Cost).ShouldAgreeWith([0.75, 0.25]);
        ScaledBy(Normalisation.Max, Direction.Cost).ShouldAgreeWith([2 / 3.0, 0]);
        ScaledBy(Normalisation.Vector, Direction.Benefit).ShouldAgreeWith([1 / Math.Sqrt(10), 3 / Math.Sqrt(10)]);
        ScaledBy(Normalisation.Linear, Direction.Cost).ShouldAgreeWith([1, 1 / 3.0]);
    }

    public static TheoryData<string, Action<double[], double[]>> Comparing() => new()
    {
        { "min-max", (x, y) => Normalisation.MinMax(x, Direction.Benefit, 0, 100, y) },
        { "standard scores", (x, y) => Normalisation.ZScore(x, Direction.Benefit, 0, 1, y) },
        { "percentile rank", (x, y) => Normalisation.PercentileRank(x, Direction.Benefit, y) },
        { "borda", (x, y) => Normalisation.Borda(x, Direction.Cost, y) },
        { "distance to target", (x, y) => Normalisation.DistanceToTarget(x, Direction.Benefit, 9, true, y) },
    };

    [Theory]
    [MemberData(nameof(Comparing))]
    public void Scales_by_comparison_refuse_a_constant_column_and_pass_an_empty_one(string scale, Action<double[], double[]> apply)
    {
        var scores = new double[3];

        var refused = Should.Throw<IndexRefusedException>(() => apply([0.1, double.NaN, 0.1], scores));
        var single = Should.Throw<IndexRefusedException>(() => apply([4, double.NaN, double.NaN], scores));
        apply([double.NaN, double.NaN, double.NaN], scores);

        refused.Code.ShouldBe("constant_column", scale);
        refused.Message.ShouldContain("goalposts");
        single.Code.ShouldBe("constant_column", scale);
        scores.ShouldAllBe(score => double.IsNaN(score));
    }

    [Fact]
    public void Refusals_name_themselves()
    {
        var y = new double[2];

        Code(() => Normalisation.MinMax([1, 2], Direction.Benefit, 100, 0, y)).ShouldBe("bounds_reversed");
        Code(() => Normalisation.MinMax([1, double.PositiveInfinity], Direction.Benefit, 0, 1, y)).ShouldBe("not_finite");
        Code(() => Normalisation.ZScore([1, 2], Direction.Benefit, 50, 0, y)).ShouldBe("deviation_not_positive");
        Code(() => Normalisation.DistanceToTarget([1, 2], Direction.Benefit, 1, true, y)).ShouldBe("target_not_beyond_worst");
        Code(() => Normalisation.DistanceToTarget([1, 2], Direction.Cost, 3, true, y)).ShouldBe("target_not_beyond_worst");
        Code(() => Normalisation.Goalposts([1, 2], Direction.Benefit, 5, 5, y)).ShouldBe("goalposts_equal");
        Code(() => Normalisation.Goalposts([1, 2], Direction.Benefit, 5, 1, y)).ShouldBe("goalposts_against_direction");
        Code(() => Normalisation.Goalposts([1, 2], Direction.Cost, 1, 5, y)).ShouldBe("goalposts_against_direction");
        Code(() => Normalisation.Sum([1, -2], Direction.Benefit, y)).ShouldBe("value_negative");
        Code(() => Normalisation.Sum([1, 0], Direction.Cost, y)).ShouldBe("value_not_positive");
        Code(() => Normalisation.Vector([0, 0], Direction.Benefit, y)).ShouldBe("column_sums_to_zero");
        Should.Throw<ArgumentException>(() => Normalisation.Sum([1, 2, 3], Direction.Benefit, y));
    }

    private static string Code(Action action) => Should.Throw<IndexRefusedException>(action).Code;

    private delegate void Scaling(ReadOnlySpan<double> x, Direction d, Span<double> y);

    private static double[] ScaledBy(Scaling scale, Direction direction)
    {
        var y = new double[2];
        scale([1, 3], direction, y);
        return y;
    }
}
