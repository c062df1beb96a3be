using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class IndexPipelineTests
{
    private delegate double MeanOf(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    private static readonly (ItemRule Rule, Action<double[], double[]> Scale)[] Rules =
    [
        (ItemRule.MinMax(Direction.Cost, 1, 100), (x, y) => Normalisation.MinMax(x, Direction.Cost, 1, 100, y)),
        (ItemRule.ZScore(Direction.Benefit, 500, 10), (x, y) => Normalisation.ZScore(x, Direction.Benefit, 500, 10, y)),
        (ItemRule.Goalposts(Direction.Cost, 80, 5, 1), (x, y) => { Normalisation.Goalposts(x, Direction.Cost, 80, 5, y); Rescale(y, 0.99); }),
        (ItemRule.PercentileRank(Direction.Benefit, 1, 2), (x, y) => { Normalisation.PercentileRank(x, Direction.Benefit, y); Rescale(y, 1); }),
        (ItemRule.DistanceToTarget(Direction.Cost, -10, capped: false, 1, 2), (x, y) => { Normalisation.DistanceToTarget(x, Direction.Cost, -10, false, y); Rescale(y, 1); }),
        (ItemRule.DistanceToTarget(Direction.Benefit, 110, capped: true, 1, 2), (x, y) => { Normalisation.DistanceToTarget(x, Direction.Benefit, 110, true, y); Rescale(y, 1); }),
    ];

    private static readonly (LevelRule Rule, MeanOf Mean)[] Means =
    [
        (LevelRule.Default, Mean.Arithmetic),
        (new(AggregationKind.Geometric), Mean.Geometric),
        (new(AggregationKind.Harmonic), Mean.Harmonic),
        (new(AggregationKind.Generalised, 3), (x, w) => Mean.Generalised(x, w, 3)),
    ];

    [Fact]
    public void Every_scale_and_every_mean_equal_the_methods_called_by_themselves() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new RandomScheme(seed);
            var (rule, mean) = Means[random.Below(Means.Length)];
            var structure = IndexStructure.Build([new("Index", null, 1), .. Rules.Select((r, i) => new IndexNode($"i{i}", "Index", i + 1) { Rule = r.Rule })], rule);
            var columns = Columns(random, Rules.Length, 1100);
            var scores = new IndexScores(structure, 1100, keepItems: true);
            new IndexPipeline(structure).Run(columns, scores);

            var scaled = columns.Select(x => (double[])x.Clone()).ToArray();
            for (var i = 0; i < Rules.Length; i++)
            {
                Rules[i].Scale(columns[i], scaled[i]);
                scores.Of(i).ToArray().ShouldAgreeWith(scaled[i], $"item {i}");
            }

            double[] weights = [.. Rules.Select((_, i) => i + 1.0)];
            scores.Of(structure.Root).ToArray().ShouldAgreeWith([.. Enumerable.Range(0, 1100).Select(row => mean([.. scaled.Select(y => y[row])], weights))]);
        }));

    [Fact]
    public void The_same_bytes_come_from_any_number_of_threads_and_whether_items_are_kept_or_not()
    {
        var random = new RandomScheme(3);
        var structure = IndexStructure.Build([new("Index", null, 1), .. Rules.Take(4).Select((r, i) => new IndexNode($"i{i}", "Index", i + 1) { Rule = r.Rule })]);
        var columns = Columns(random, 4, 300_000);
        var alone = new IndexScores(structure, 300_000, keepItems: true);
        var together = new IndexScores(structure, 300_000, keepItems: false);

        new IndexPipeline(structure).Run(columns, alone, threads: 1);
        new IndexPipeline(structure).Run(columns, together, threads: 7);

        SameBits(alone.Of(structure.Root), together.Of(structure.Root)).ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_the_rows_and_the_scale_of_the_weights_do_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new RandomScheme(seed);
            var structure = random.Structure(relative: false);
            var eightfold = IndexStructure.Build([.. structure.Nodes.Select(n => n with { Weight = 8 * n.Weight })]);
            var columns = Columns(random, structure.ItemCount, 50);
            var forth = new IndexScores(structure, 50, keepItems: false);
            var back = new IndexScores(structure, 50, keepItems: false);
            new IndexPipeline(structure).Run(columns, forth);
            new IndexPipeline(eightfold).Run([.. columns.Select(x => x.Reverse().ToArray())], back);
            return SameBits(forth.Of(structure.Root), [.. back.Of(structure.Root).ToArray().Reverse()]);
        }));

    [Fact]
    public void A_better_figure_never_lowers_the_index_and_scores_stay_within_the_scale() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new RandomScheme(seed);
            var structure = random.Structure(relative: false);
            var columns = Columns(random, structure.ItemCount, 20);
            var before = new IndexScores(structure, 20, keepItems: false);
            var after = new IndexScores(structure, 20, keepItems: false);
            new IndexPipeline(structure).Run(columns, before);
            var item = random.Below(structure.ItemCount);
            columns[item][4] += (double)structure.Nodes[item].Rule!.Direction;
            new IndexPipeline(structure).Run(columns, after);
            return after.Of(structure.Root)[4] >= before.Of(structure.Root)[4] && after.Of(structure.Root).ToArray().All(s => s is >= 0 and <= 100);
        }));

    [Fact]
    public void Missing_children_drop_out_and_the_availability_threshold_counts_them_unweighted()
    {
        IndexNode[] nodes = [new("Index", null, 1), Schemes.Item("a", "Index", 5), Schemes.Item("b", "Index"), Schemes.Item("c", "Index")];
        double[][] columns = [[60, 60, double.NaN, double.NaN], [90, double.NaN, 30, double.NaN], [double.NaN, double.NaN, 60, double.NaN]];

        Index(nodes, LevelRule.Default, columns).ShouldAgreeWith([65, 60, 45, double.NaN]);
        Index(nodes, LevelRule.Default with { Availability = 2.0 / 3 }, columns).ShouldAgreeWith([65, double.NaN, 45, double.NaN]);
    }

    [Fact]
    public void Refuses_what_has_no_result_and_names_the_node()
    {
        IndexNode[] minmax = [new("Index", null, 1), new("a", "Index", 1) { Rule = ItemRule.MinMax(Direction.Benefit) }];
        IndexNode[] posts = [new("Index", null, 1), Schemes.Item("a", "Index")];

        Refusal(minmax, LevelRule.Default, [3, 3]).ShouldBe(("constant_column", "a", null));
        Refusal(minmax, LevelRule.Default, [3, double.PositiveInfinity]).ShouldBe(("not_finite", "a", null));
        Refusal(posts, new(AggregationKind.Geometric), [3, 0]).ShouldBe(("value_not_positive", "a", 1));
        Should.Throw<ArgumentException>(() => Index(posts, LevelRule.Default, [[1], [2]]));
    }

    private static (string, string?, int?) Refusal(IndexNode[] nodes, LevelRule rule, double[] column)
    {
        var refused = Should.Throw<IndexRefusedException>(() => Index(nodes, rule, [column]));
        return (refused.Code, refused.Node, refused.Row);
    }

    private static double[] Index(IndexNode[] nodes, LevelRule rule, double[][] columns)
    {
        var structure = IndexStructure.Build(nodes, rule);
        var scores = new IndexScores(structure, columns[0].Length, keepItems: false);
        new IndexPipeline(structure).Run(columns, scores);
        return scores.Of(structure.Root).ToArray();
    }

    private static double[][] Columns(RandomScheme random, int items, int rows) =>
        [.. Enumerable.Range(0, items).Select(_ => Enumerable.Range(0, rows).Select(row => row > 5 && random.Below(50) == 0 ? double.NaN : random.Below(101)).ToArray())];

    private static bool SameBits(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(x).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(y));

    private static void Rescale(double[] scores, double span)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = 1 + span * scores[i];
        }
    }
}
