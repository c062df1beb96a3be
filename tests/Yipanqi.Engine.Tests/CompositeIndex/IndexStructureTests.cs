using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class IndexStructureTests
{
    private static readonly IndexNode Root = new("Index", null, 1);

    [Fact]
    public void Puts_items_first_and_the_root_last_whatever_the_order_given()
    {
        var structure = IndexStructure.Build([Schemes.Item("b", "B"), new("B", "Index", 1), Root, Schemes.Item("a", "A"), new("A", "Index", 3)]);

        structure.Nodes.Select(n => n.Code).ShouldBe(["b", "a", "B", "A", "Index"]);
        structure.Levels.ShouldBe([1, 1, 2, 2, 3]);
        structure.Children(structure.Root).ToArray().ShouldBe([2, 3]);
        structure.Parents.ShouldBe([2, 3, 4, 4, -1]);
    }

    [Fact]
    public void Effective_weight_is_the_share_among_siblings_times_that_of_the_parent()
    {
        var structure = IndexStructure.Build(
            [Root, new("A", "Index", 1), new("B", "Index", 3), Schemes.Item("a1", "A", 2), Schemes.Item("a2", "A", 3), Schemes.Item("b1", "B", 7)]);

        structure.EffectiveWeights.ShouldAgreeWith([0.25 * 0.4, 0.25 * 0.6, 0.75, 0.25, 0.75, 1]);
    }

    [Fact]
    public void Takes_any_depth_and_a_rule_for_each_level()
    {
        List<IndexNode> nodes = [new("n0", "", 1), .. Enumerable.Range(1, 6).Select(i => new IndexNode($"n{i}", $"n{i - 1}", 1)), Schemes.Item("item", "n6")];

        var structure = IndexStructure.Build(nodes, [.. Enumerable.Range(0, 7).Select(i => new LevelRule(AggregationKind.Generalised, i))]);

        structure.RuleOf(structure.Find("n6")).Power.ShouldBe(0);
        structure.RuleOf(structure.Root).Power.ShouldBe(6);
    }

    public static TheoryData<string, string, IndexNode[], LevelRule[]> Wrong => new()
    {
        { "code_missing", "Index", [Root, Schemes.Item("", "Index")], [] },
        { "code_repeated", "a", [Root, Schemes.Item("a", "Index"), Schemes.Item("a", "Index")], [] },
        { "root_missing", "top", [new("x", "y", 1), new("y", "x", 1)], [] },
        { "roots_several", "Second", [Root, new("Second", "", 1), Schemes.Item("a", "Index")], [] },
        { "parent_unknown", "a", [Root, Schemes.Item("a", "Nowhere")], [] },
        { "parents_in_a_circle", "x", [Root, Schemes.Item("a", "Index"), new("x", "y", 1), new("y", "x", 1)], [] },
        { "rule_missing", "a", [Root, new("a", "Index", 1)], [] },
        { "rule_on_aggregate", "Index", [Schemes.Item("Index", ""), Schemes.Item("a", "Index")], [] },
        { "depth_uneven", "Index", [Root, new("A", "Index", 1), Schemes.Item("a", "A"), Schemes.Item("b", "Index")], [] },
        { "weight_negative", "a", [Root, Schemes.Item("a", "Index", -1)], [] },
        { "weight_negative", "a", [Root, Schemes.Item("a", "Index", double.PositiveInfinity)], [] },
        { "weights_all_zero", "Index", [Root, Schemes.Item("a", "Index", 0)], [] },
        { "level_rules_miscounted", "2 rules", [Root, Schemes.Item("a", "Index")], [LevelRule.Default, LevelRule.Default] },
        { "availability_out_of_range", "1.5", [Root, Schemes.Item("a", "Index")], [LevelRule.Default with { Availability = 1.5 }] },
        { "power_not_finite", "NaN", [Root, Schemes.Item("a", "Index")], [new(AggregationKind.Generalised, double.NaN)] },
        { "track_not_below_root", "a", [Root, new("A", "Index", 1), Schemes.Item("a", "A") with { Track = Track.Party }], [] },
        { "release_target_wrong", "a", [Root, new("A", "Index", 1), Schemes.Item("a", "A") with { ReleasesWeightTo = ["A"] }], [] },
        { "release_target_wrong", "a", [Root, Schemes.Item("a", "Index") with { ReleasesWeightTo = ["b"] }, Schemes.Item("b", "Index")], [] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Refuses_what_is_no_index_and_names_the_node(string code, string named, IndexNode[] nodes, LevelRule[] levels)
    {
        var refusal = Should.Throw<IndexRefusedException>(() => IndexStructure.Build(nodes, levels));

        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldContain(named);
    }

    [Fact]
    public void Refuses_two_nodes_that_release_their_weight_below_the_same_node()
    {
        var nodes = Schemes.TwoTracks().Nodes.Select(n => n.Code == "E3.2" ? n with { ReleasesWeightTo = ["E1"] } : n).ToArray();

        var refusal = Should.Throw<IndexRefusedException>(() => IndexStructure.Build(nodes));

        refusal.Code.ShouldBe("release_target_wrong");
        refusal.Message.ShouldContain("E3.2");
    }

    [Fact]
    public void Refuses_scales_and_goalposts_that_run_backwards()
    {
        Should.Throw<IndexRefusedException>(() => ItemRule.MinMax(Direction.Benefit, 100, 0)).Code.ShouldBe("bounds_reversed");
        Should.Throw<IndexRefusedException>(() => ItemRule.Goalposts(Direction.Cost, 0, 1)).Code.ShouldBe("goalposts_against_direction");
        Should.Throw<IndexRefusedException>(() => ItemRule.ZScore(Direction.Cost, 50, 0)).Code.ShouldBe("deviation_not_positive");
    }
}
