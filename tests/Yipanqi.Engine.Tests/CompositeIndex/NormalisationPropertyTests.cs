using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>What holds for every column, on random columns with ties and missing cells.</summary>
public class NormalisationPropertyTests
{
    private delegate void Scaling(ReadOnlySpan<double> x, Direction d, Span<double> y);

    private static readonly (string Name, double Upper, Scaling Scale)[] Scales =
    [
        ("min-max", 100, (x, d, y) => Normalisation.MinMax(x, d, 0, 100, y)),
        ("percentile rank", 1, Normalisation.PercentileRank),
        ("borda", 1000, Normalisation.Borda),
        ("goalposts", 100, (x, d, y) => Normalisation.Goalposts(x, d, d == Direction.Benefit ? -20 : 30, d == Direction.Benefit ? 30 : -20, y)),
    ];

    private static readonly Arbitrary<double[]> Columns = Gen.Choose(-50, 50)
        .Select(value => value > 45 ? double.NaN : value / 4.0)
        .ArrayOf()
        .Where(column => column.Where(value => !double.IsNaN(value)).Distinct().Count() > 1)
        .ToArbitrary();

    [Fact]
    public void Scores_stay_within_their_bounds() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Columns, column => Scales.All(scale =>
            Both(scale.Scale, column).All(scores => scores.All(score => double.IsNaN(score) || (score >= 0 && score <= scale.Upper))))));

    [Fact]
    public void Exactly_the_missing_cells_stay_missing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Columns, column => Scales.All(scale =>
            Both(scale.Scale, column).All(scores => scores.Select(double.IsNaN).SequenceEqual(column.Select(double.IsNaN))))));

    [Fact]
    public void A_better_figure_never_scores_less() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Columns, column => Scales.All(scale =>
        {
            var order = Enumerable.Range(0, column.Length).Where(i => !double.IsNaN(column[i])).OrderBy(i => column[i]).ToArray();
            var (benefit, cost) = (Apply(scale.Scale, column, Direction.Benefit), Apply(scale.Scale, column, Direction.Cost));
            return order.Zip(order.Skip(1)).All(pair => benefit[pair.First] <= benefit[pair.Second] && cost[pair.First] >= cost[pair.Second]);
        })));

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Columns, column => Scales.All(scale =>
            Apply(scale.Scale, [.. column.Reverse()], Direction.Cost).Reverse().SequenceEqual(Apply(scale.Scale, column, Direction.Cost)))));

    [Fact]
    public void The_unit_of_measurement_does_not_matter_to_min_max() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Columns, column =>
        {
            var scaled = Apply(Scales[0].Scale, [.. column.Select(value => 32 + 1.8 * value)], Direction.Benefit);
            scaled.ShouldAgreeWith(Apply(Scales[0].Scale, column, Direction.Benefit), tolerance: 1e-9);
        }));

    private static double[][] Both(Scaling scale, double[] column) => [Apply(scale, column, Direction.Benefit), Apply(scale, column, Direction.Cost)];

    private static double[] Apply(Scaling scale, double[] column, Direction direction)
    {
        var scores = new double[column.Length];
        scale(column, direction, scores);
        return scores;
    }
}
