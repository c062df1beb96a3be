using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class ObjectiveWeightsTests
{
    private static readonly Direction[] Directions = [Direction.Benefit, Direction.Cost, Direction.Benefit];

    private static readonly (string Name, Func<Matrix, double[]> Weigh)[] Methods =
    [
        ("entropy", ObjectiveWeights.Entropy),
        ("entropy of min-max", matrix => ObjectiveWeights.EntropyOfMinMax(matrix, Directions, EntropyZeros.Limit)),
        ("critic", ObjectiveWeights.Critic),
        ("critic by direction", matrix => ObjectiveWeights.CriticDirectionAware(matrix, Directions)),
        ("critic by ranks", ObjectiveWeights.CriticSpearman),
        ("critic of raw columns", ObjectiveWeights.CriticWithoutMinMax),
        ("deviation", ObjectiveWeights.StandardDeviation),
        ("variation", ObjectiveWeights.CoefficientOfVariation),
        ("variance", ObjectiveWeights.StatisticalVariance),
        ("gini", ObjectiveWeights.Gini),
        ("merec", matrix => ObjectiveWeights.Merec(matrix, Directions)),
    ];

    // Figures 1..60 in 3 columns; the pattern keeps every column varying and no two of them in step.
    private static readonly Arbitrary<double[][]> Tables = Gen.Choose(1, 60).Select(value => (double)value).ArrayOf(3).ListOf()
        .Select(rows => rows.Concat([[1, 60, 30], [60, 31, 1], [30, 1, 60]]).ToArray())
        .ToArbitrary();

    [Fact]
    public void Weights_are_not_negative_and_sum_to_one() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Tables, rows => Methods.All(method =>
        {
            var weights = method.Weigh(Matrix.FromRows(rows));
            return weights.All(weight => weight >= 0) && Math.Abs(weights.Sum() - 1) < 1e-12;
        })));

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Tables, rows =>
        {
            foreach (var (name, weigh) in Methods)
            {
                weigh(Matrix.FromRows([.. rows.Reverse()])).ShouldAgreeWith(weigh(Matrix.FromRows(rows)), name);
            }
        }));

    [Fact]
    public void The_unit_of_a_column_does_not_matter_where_the_method_is_free_of_units() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Tables, rows =>
        {
            double[][] inOtherUnits = [.. rows.Select(row => new[] { row[0] * 1000, row[1] * 0.01, row[2] })];
            foreach (var (name, weigh) in Methods.Where(method => method.Name is not ("deviation" or "critic of raw columns")))
            {
                weigh(Matrix.FromRows(inOtherUnits)).ShouldAgreeWith(weigh(Matrix.FromRows(rows)), name);
            }
        }));

    [Fact]
    public void Gini_equals_its_definition_by_all_pairs() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Tables, rows =>
        {
            var byPairs = Enumerable.Range(0, 3).Select(j =>
                rows.Sum(row => rows.Sum(other => Math.Abs(row[j] - other[j]))) / (2.0 * rows.Length * rows.Length * rows.Average(row => row[j]))).ToArray();
            ObjectiveWeights.Gini(Matrix.FromRows(rows)).ShouldAgreeWith(Weights.Rescale(byPairs));
        }));

    [Fact]
    public void A_missing_cell_is_left_out_of_its_column()
    {
        double[] spread = [1, 2, 5, double.NaN];
        double[] present = [1, 2, 5];

        var withMissing = ObjectiveWeights.Entropy(Matrix.FromColumns([spread, [1, 1, 1, 4]]));

        // Entropies of the two columns worked out apart, each over its own values.
        withMissing.ShouldAgreeWith(Weights.Rescale([Divergence(present), Divergence([1, 1, 1, 4])]));
        static double Divergence(double[] x) => 1 + x.Sum(value => value / x.Sum() * Math.Log(value / x.Sum())) / Math.Log(x.Length);
    }

    [Fact]
    public void Refusals_name_the_column_and_the_remedy()
    {
        var constant = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.Critic(Matrix.FromColumns([[1, 2], [5, 5]])));
        var negative = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.Entropy(Matrix.FromColumns([[1, 2], [5, -5]])));
        var zeroMean = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.CoefficientOfVariation(Matrix.FromColumns([[-1, 1], [1, 2]])));
        var missing = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.Merec(Matrix.FromColumns([[1, 2], [5, double.NaN]]), Directions[..2]));
        var flat = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.StandardDeviation(Matrix.FromColumns([[1, 1], [2, 2]])));
        var single = Should.Throw<IndexRefusedException>(() => ObjectiveWeights.Entropy(Matrix.FromColumns([[1], [2]])));

        (constant.Code, constant.Column).ShouldBe(("constant_column", 1));
        (negative.Code, negative.Column).ShouldBe(("value_negative", 1));
        (zeroMean.Code, zeroMean.Column).ShouldBe(("mean_not_positive", 0));
        (missing.Code, missing.Row, missing.Column).ShouldBe(("cell_missing", 1, 1));
        flat.Code.ShouldBe("weights_sum_to_zero");
        single.Code.ShouldBe("too_few_units");
    }

    [Fact]
    public void A_blend_moves_from_data_to_judgement_with_its_share()
    {
        double[] judgement = [3, 1];
        double[] data = [1, 1];

        Weights.Blend(judgement, data, 1).ShouldAgreeWith([0.75, 0.25]);
        Weights.Blend(judgement, data, 0).ShouldAgreeWith([0.5, 0.5]);
        Weights.Blend(judgement, data, 0.4).ShouldAgreeWith([0.6, 0.4]);
        Should.Throw<IndexRefusedException>(() => Weights.Blend(judgement, data, 1.1)).Code.ShouldBe("share_outside_0_1");
    }

    [Fact]
    public void Weights_are_apportioned_in_whole_steps_to_the_very_total()
    {
        Weights.Apportion([1, 1, 1], 50).ShouldBe([16.666667, 16.666667, 16.666666]);
        Weights.Apportion([1, 2, 1], 100).ShouldBe([25, 50, 25]);
        Weights.Apportion([0, 1], 7, stepsPerUnit: 1).ShouldBe([0, 7]);
        Weights.Apportion([1, 1], 7, stepsPerUnit: 1).ShouldBe([4, 3]);
        Should.Throw<IndexRefusedException>(() => Weights.Apportion([0, 0], 100)).Code.ShouldBe("weights_sum_to_zero");
    }

    [Fact]
    public void Apportioned_weights_are_within_a_step_of_their_share() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).Select(n => n / 7.0).NonEmptyListOf().Where(w => w.Sum() > 0).ToArbitrary(),
        weights =>
        {
            var apportioned = Weights.Apportion([.. weights], 100);
            return Math.Abs(apportioned.Sum() - 100) < 1e-9 && apportioned.Zip(Weights.Rescale([.. weights])).All(p => Math.Abs(p.First - (100 * p.Second)) <= 1e-6);
        }));
}
