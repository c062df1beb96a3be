using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class MissingDataRuleTests
{
    [Fact]
    public void A_node_is_the_weighted_mean_of_its_items()
    {
        var result = Schemes.Run(Schemes.Flat(1, 2), [60, 90]);

        result.Index[0].ShouldBe((60 + 2 * 90) / 3.0, 1e-12);
    }

    [Theory]
    [InlineData(NotApplicable)]
    [InlineData(NotDue)]
    [InlineData(Suppressed)]
    public void What_does_not_apply_drops_out_with_its_weight(AbsenceReason reason)
    {
        var result = Schemes.Run(Schemes.Flat(1, 1, 1), [60, reason, 90]);

        result.Index[0].ShouldBe(75);
        result.Reasons(1)[0].ShouldBe(reason);
        result.States(1)[0].ShouldBe(NodeState.DroppedOut);
    }

    [Fact]
    public void Not_reported_counts_0_while_exactly_two_thirds_are_reported()
    {
        var result = Schemes.Run(Schemes.Flat(1, 1, 1), [60, NotReported, 90]);

        result.Index[0].ShouldBe((60 + 0 + 90) / 3.0);
    }

    [Fact]
    public void Below_two_thirds_the_node_has_no_score_and_is_grey()
    {
        var result = Schemes.Run(Schemes.Flat(33, 33, 34), [60, 90, NotReported], [60, NotReported, 90]);

        result.State("Index", 0).ShouldBe(NodeState.Grey);
        result.Index[0].ShouldBe(double.NaN);
        result.Index[1].ShouldBe((33 * 60 + 34 * 90) / 100.0, 1e-12);
    }

    [Fact]
    public void The_thirds_are_counted_in_integers_so_that_tenths_pass_too()
    {
        var result = Schemes.Run(Schemes.Flat(0.1, 0.1, 0.1), [60, 90, NotReported]);

        result.Index[0].ShouldBe(50);
    }

    [Fact]
    public void The_thirds_are_those_of_the_applicable_weight()
    {
        var result = Schemes.Run(Schemes.Flat(1, 1, 1, 1), [60, 90, NotReported, NotApplicable], [60, NotReported, NotDue, NotApplicable]);

        result.Index[0].ShouldBe(50);
        result.State("Index", 1).ShouldBe(NodeState.Grey);
    }

    [Fact]
    public void A_grey_child_counts_as_not_reported_with_its_whole_weight()
    {
        var result = Schemes.Run(Schemes.Dimensions("A", "B", "C"), [100, NotReported, NotReported, 80, 80, 80, 90, 90, 90]);

        result.State("A").ShouldBe(NodeState.Grey);
        result.Index[0].ShouldBe((0 + 80 + 90) / 3.0, 1e-12);
    }

    [Fact]
    public void Where_half_of_the_children_are_grey_the_parent_is_grey()
    {
        var result = Schemes.Run(Schemes.Dimensions("A", "B"), [100, NotReported, NotReported, 80, 80, 80]);

        result.State("Index").ShouldBe(NodeState.Grey);
        result.Score("B").ShouldBe(80);
    }

    [Fact]
    public void A_node_of_which_nothing_applies_drops_out_of_its_parent()
    {
        var result = Schemes.Run(Schemes.Dimensions("A", "B", "C"), [NotApplicable, NotDue, Suppressed, 80, 80, 80, 90, 90, 90]);

        result.State("A").ShouldBe(NodeState.DroppedOut);
        result.Index[0].ShouldBe(85);
    }

    [Fact]
    public void A_geometric_mean_counts_1_for_what_was_not_reported()
    {
        var rule = ItemRule.Goalposts(Direction.Benefit, 1, 100, lower: 1);
        var structure = IndexStructure.Build(
            [new("Index", null, 1), .. "abc".Select(c => new IndexNode($"{c}", "Index", 1) { Rule = rule })], new LevelRule(AggregationKind.Geometric));

        Schemes.Run(structure, [64, 27, NotReported]).Index[0].ShouldBe(12, 1e-9);
    }

    [Fact]
    public void A_value_beside_a_reason_is_refused_and_an_empty_cell_is_not_reported()
    {
        var structure = Schemes.Flat(1, 1, 1);
        ItemColumn[] columns = [new([60]), new([90]), new([double.NaN])];

        new SchemeRun(structure).Score(columns, PeerGroups.Single(1)).Reasons(2)[0].ShouldBe(NotReported);
        columns[1] = new ItemColumn([90]) { Reasons = [NotDue] };
        Should.Throw<IndexRefusedException>(() => new SchemeRun(structure).Score(columns, PeerGroups.Single(1))).Message.ShouldContain("'i2', row 1");
    }

    [Fact]
    public void Coverage_counts_the_items_by_reason()
    {
        var result = Schemes.Run(Schemes.Flat(1, 1, 1, 1, 1, 1), [60, 90, NotReported, NotApplicable, NotDue, Suppressed]);

        result.CoverageOf(0).ShouldBe(new Coverage(Reported: 2, NotApplicable: 1, NotDue: 1, NotReported: 1, Suppressed: 1));
    }

    [Fact]
    public void A_scheme_needs_one_scale_and_for_other_means_the_scale_from_1()
    {
        IndexNode[] nodes = [new("Index", null, 1), Schemes.Item("a", "Index")];

        Should.Throw<IndexRefusedException>(() => new SchemeRun(IndexStructure.Build(nodes, new LevelRule(AggregationKind.Harmonic)))).Code.ShouldBe("scale_needs_one");
        Should.Throw<IndexRefusedException>(() => new SchemeRun(IndexStructure.Build(
            [.. nodes, new("b", "Index", 1) { Rule = ItemRule.PercentileRank(Direction.Benefit) }]))).Code.ShouldBe("scale_mixed");
        Should.Throw<IndexRefusedException>(() => new SchemeRun(IndexStructure.Build(nodes, LevelRule.Default with { Availability = 0.5 }))).Code.ShouldBe("availability_not_in_scheme");
        Should.Throw<IndexRefusedException>(() => new SchemeRun(Schemes.Flat(1.0 / 3, 1))).Code.ShouldBe("weight_not_scaled");
    }
}
