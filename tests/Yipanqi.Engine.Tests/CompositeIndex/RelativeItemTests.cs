using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>Items that compare organisations within a peer group; a second item on goalposts keeps the index alive.</summary>
public class RelativeItemTests
{
    private const double Missing = double.NaN;

    [Fact]
    public void An_item_is_scored_within_each_peer_group()
    {
        var result = Run(ItemRule.MinMax(Direction.Cost), [10, 20, 30, 40, 50, 1, 2, 3, 4, 5], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);

        result.Scores(0).ToArray().ShouldAgreeWith([100, 75, 50, 25, 0, 100, 75, 50, 25, 0]);
        result.RelativeDrops.ShouldBeEmpty();
    }

    [Fact]
    public void Standard_scores_are_cut_to_the_scale_with_mean_10_and_deviation_100()
    {
        var result = Run(ItemRule.ZScore(Direction.Benefit, 50, 10, 0, 100), [.. Enumerable.Repeat(0.0, 99), 1000], new int[100]);

        result.Scores(0)[99].ShouldBe(100);
        result.Scores(0)[0].ShouldAgreeWith(49);
    }

    [Fact]
    public void In_a_group_under_5_it_is_not_applicable_and_says_why()
    {
        var result = Run(ItemRule.PercentileRank(Direction.Benefit, 0, 100), [1, 2, 3, 4], [0, 0, 0, 0]);

        result.RelativeDrops.ShouldBe([new RelativeDrop(0, 0, RelativeDropReason.GroupUnderFive)]);
        result.Reasons(0).ToArray().ShouldAllBe(reason => reason == AbsenceReason.NotApplicable);
        result.Index[0].ShouldBe(70);
    }

    [Fact]
    public void A_constant_column_is_not_applicable_in_its_group_only()
    {
        var result = Run(ItemRule.MinMax(Direction.Benefit), [7, 7, 7, 7, 7, 1, 2, 3, 4, 5], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);

        result.RelativeDrops.ShouldBe([new RelativeDrop(0, 0, RelativeDropReason.ConstantColumn)]);
        result.States(0).ToArray()[..5].ShouldAllBe(state => state == NodeState.DroppedOut);
        result.Scores(0)[9].ShouldBe(100);
    }

    [Fact]
    public void Who_did_not_report_belongs_to_the_group_and_is_not_let_off()
    {
        var result = Run(ItemRule.MinMax(Direction.Benefit), [10, 20, 30, Missing, Missing], [0, 0, 0, 0, 0]);

        result.Scores(0).ToArray().ShouldAgreeWith([0, 50, 100, Missing, Missing]);
        result.Reasons(0)[3].ShouldBe(AbsenceReason.NotReported);
    }

    [Fact]
    public void Without_a_group_or_a_target_beyond_the_worst_it_is_not_applicable()
    {
        var result = Run(ItemRule.DistanceToTarget(Direction.Benefit, 10, capped: true, 0, 100), [10, 20, 30, 40, 50, 60], [0, 0, 0, 0, 0, -1]);

        result.RelativeDrops.ShouldBe([new RelativeDrop(0, -1, RelativeDropReason.NoPeerGroup), new RelativeDrop(0, 0, RelativeDropReason.TargetNotBeyondWorst)]);
        result.Reasons(0).ToArray().ShouldAllBe(reason => reason == AbsenceReason.NotApplicable);
    }

    private static SchemeResult Run(ItemRule rule, double[] values, int[] groups)
    {
        var structure = IndexStructure.Build([new("Index", null, 1), new("r", "Index", 1) { Rule = rule }, Schemes.Item("g", "Index")]);
        double[] fixedScores = [.. values.Select(_ => 70.0)];
        return new SchemeRun(structure).Score([new ItemColumn(values), new ItemColumn(fixedScores)], new PeerGroups(groups));
    }
}
