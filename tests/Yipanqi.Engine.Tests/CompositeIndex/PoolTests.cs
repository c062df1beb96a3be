using Yipanqi.Engine.CompositeIndex;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class PoolTests
{
    [Fact]
    public void Ratios_are_pooled_by_their_parts_and_not_averaged() =>
        Pool.Ratio([1, 90], [1, 100], [None, None]).ShouldBe(new PooledFigure(91.0 / 101, None));

    [Fact]
    public void Children_that_did_not_report_are_left_out_while_exactly_two_thirds_report()
    {
        Pool.Ratio([1, 3, 99], [2, 4, 99], [None, None, NotReported]).ShouldBe(new PooledFigure(4.0 / 6, None));
        Pool.Ratio([1, 3, 9, 9, 9], [2, 4, 9, 9, 9], [None, None, None, NotReported, NotReported]).Reason.ShouldBe(NotReported);
    }

    [Fact]
    public void Children_not_concerned_count_on_neither_side() =>
        Pool.Ratio([1, 3, 0, 0], [2, 4, 0, 0], [None, None, NotApplicable, NotDue]).Value.ShouldBe(4.0 / 6);

    [Theory]
    [InlineData(NotApplicable, NotDue, NotDue)]
    [InlineData(NotApplicable, Suppressed, Suppressed)]
    [InlineData(NotApplicable, NotApplicable, NotApplicable)]
    [InlineData(NotApplicable, NotReported, NotReported)]
    public void With_nobody_reporting_the_reason_is_theirs(AbsenceReason one, AbsenceReason other, AbsenceReason parent) =>
        Pool.Absence([one, other]).ShouldBe(parent);

    [Fact]
    public void A_pooled_denominator_of_0_is_not_due() => Pool.Ratio([0], [0], [None]).Reason.ShouldBe(NotDue);

    [Fact]
    public void Medians_are_weighted_by_the_records_behind_them()
    {
        Pool.Median([10, 2, 30], [1, 5, 1], [None, None, None]).Value.ShouldBe(2);
        Pool.Median([10, 2, 30], [1, 5, 1], [None, NotDue, None]).Value.ShouldBe(20);
        Pool.WeightedMedian([4, 1, 3, 2], [1, 1, 1, 1]).ShouldBe(2.5);
        Pool.WeightedMedian([4, 1, 3], [1, 1, 1]).ShouldBe(3);
        Pool.WeightedMedian([1, 2, 3], [1, 0, 1]).ShouldBe(2);
        Pool.WeightedMedian([], []).ShouldBe(double.NaN);
    }

    [Fact]
    public void Transmission_is_the_least_hop_recomputed_from_the_pooled_counts()
    {
        PartsFigure.MinHopRatio([9, 8, 3], [10, 10, 5]).Value.ShouldBe(0.6 / 0.8, 1e-12);
        PartsFigure.MinHopRatio([5, 9, 9], [10, 10, 10]).Value.ShouldBe(1);
    }

    [Fact]
    public void A_hop_needs_5_due_on_either_side_and_a_rate_above_0_above()
    {
        PartsFigure.MinHopRatio([9, 1, 3], [10, 4, 5]).ShouldBe(new PooledFigure(double.NaN, NotDue));
        PartsFigure.MinHopRatio([0, 5, 4], [10, 10, 10]).Value.ShouldBe(0.8, 1e-12);
        PartsFigure.MinHopRatio([5, 2], [5, 5]).Value.ShouldBe(0.4, 1e-12);
    }

    [Fact]
    public void The_gain_is_the_difference_of_two_rates_with_3_on_either_side()
    {
        PartsFigure.Difference([3, 2], [3, 4]).Value.ShouldBe(0.5);
        PartsFigure.Difference([2, 2], [2, 4]).ShouldBe(new PooledFigure(double.NaN, NotApplicable));
    }
}
