using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class MeanTests
{
    private static readonly Arbitrary<(double Value, double Weight)[]> Children =
        Gen.Zip(Gen.Choose(1, 1000).Select(value => value > 950 ? double.NaN : value / 10.0), Gen.Choose(1, 50).Select(weight => weight / 7.0))
            .Select(pair => (pair.Item1, pair.Item2))
            .NonEmptyListOf()
            .Select(list => list.ToArray())
            .ToArbitrary();

    [Fact]
    public void Missing_children_drop_out_with_their_weight()
    {
        Mean.Arithmetic([10, double.NaN, 40], [1, 5, 2]).ShouldBe(30);
        Mean.Geometric([1, 8, double.NaN], [2, 1, 9]).ShouldBe(2, 1e-12);
        Mean.Harmonic([1, double.NaN, 3], [1, 4, 1]).ShouldBe(1.5);
        Mean.Generalised([3, 4, double.NaN], [1, 1, 1], 2).ShouldBe(Math.Sqrt(12.5), 1e-12);
    }

    [Fact]
    public void Without_a_present_child_of_some_weight_the_mean_is_missing()
    {
        Mean.Arithmetic([double.NaN], [1]).ShouldBe(double.NaN);
        Mean.Geometric([], []).ShouldBe(double.NaN);
        Mean.Harmonic([5, double.NaN], [0, 1]).ShouldBe(double.NaN);
        Mean.Generalised([double.NaN], [1], 3).ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Geometric_and_harmonic_means_refuse_a_value_that_is_not_positive(double value)
    {
        var geometric = Should.Throw<IndexRefusedException>(() => Mean.Geometric([5, value], [1, 1]));
        var harmonic = Should.Throw<IndexRefusedException>(() => Mean.Harmonic([5, value], [1, 1]));

        geometric.Code.ShouldBe("value_not_positive");
        geometric.Message.ShouldContain("rescale scores to 1–100");
        harmonic.Code.ShouldBe("value_not_positive");
    }

    [Fact]
    public void Weights_below_zero_and_powers_that_are_not_finite_are_refused()
    {
        Should.Throw<IndexRefusedException>(() => Mean.Arithmetic([1, 2], [1, -1])).Code.ShouldBe("weight_negative");
        Should.Throw<IndexRefusedException>(() => Mean.Generalised([1, 2], [1, 1], double.PositiveInfinity)).Code.ShouldBe("power_not_finite");
        Should.Throw<IndexRefusedException>(() => Mean.Generalised([-1, 2], [1, 1], 2)).Code.ShouldBe("value_not_positive");
    }

    [Fact]
    public void Harmonic_geometric_and_arithmetic_means_stand_in_this_order_within_the_children() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Children, children =>
        {
            var (x, w) = Split(children);
            var present = x.Where(value => !double.IsNaN(value)).ToArray();
            double[] means = [present.DefaultIfEmpty().Min(), Mean.Harmonic(x, w), Mean.Geometric(x, w), Mean.Arithmetic(x, w), Mean.Generalised(x, w, 2), present.DefaultIfEmpty().Max()];
            return present.Length == 0 ? double.IsNaN(means[3]) : means.Zip(means.Skip(1)).All(pair => pair.First <= pair.Second * (1 + 1e-12));
        }));

    [Fact]
    public void The_generalised_mean_meets_the_others_at_its_special_powers() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Children, children =>
        {
            var (x, w) = Split(children);
            Mean.Generalised(x, w, 1).ShouldAgreeWith(Mean.Arithmetic(x, w));
            Mean.Generalised(x, w, 1e-7).ShouldAgreeWith(Mean.Geometric(x, w), tolerance: 1e-5);
            Mean.Generalised(x, w, -1).ShouldAgreeWith(Mean.Harmonic(x, w));
        }));

    [Fact]
    public void Neither_the_scale_of_the_weights_nor_the_order_of_the_children_matters() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Children, children =>
        {
            var (x, w) = Split(children);
            var (turnedX, turnedW) = Split([.. children.Reverse().Select(child => (child.Value, child.Weight * 17))]);
            Mean.Arithmetic(turnedX, turnedW).ShouldAgreeWith(Mean.Arithmetic(x, w));
            Mean.Geometric(turnedX, turnedW).ShouldAgreeWith(Mean.Geometric(x, w));
            Mean.Harmonic(turnedX, turnedW).ShouldAgreeWith(Mean.Harmonic(x, w));
        }));

    private static (double[] X, double[] W) Split((double Value, double Weight)[] children) =>
        ([.. children.Select(child => child.Value)], [.. children.Select(child => child.Weight)]);
}
