using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class CouplingCoordinationTests
{
    private static readonly Arbitrary<double[]> Systems =
        Gen.Choose(0, 100).Select(score => score / 100.0).ArrayOf().Where(scores => scores.Length >= 2).ToArbitrary();

    [Fact]
    public void All_figures_stay_within_zero_and_one() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Systems, u => Both(u).All(result =>
            (result.Coupling is null or (>= 0 and <= 1)) && result.Development is >= 0 and <= 1 && result.Degree is >= 0 and <= 1 && result.Gap is >= 0 and <= 1)));

    [Fact]
    public void The_order_of_equally_weighted_systems_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Systems, u =>
        {
            foreach (var (one, other) in Both(u).Zip(Both([.. u.Reverse()])))
            {
                (one.Degree ?? double.NaN).ShouldAgreeWith(other.Degree ?? double.NaN);
                (one.Coupling ?? double.NaN).ShouldAgreeWith(other.Coupling ?? double.NaN);
            }
        }));

    [Fact]
    public void Equal_systems_are_fully_coupled_and_their_degree_is_the_root_of_their_score() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Zip(Gen.Choose(1, 100), Gen.Choose(2, 6)).ToArbitrary(), drawn =>
        {
            var u = Enumerable.Repeat(drawn.Item1 / 100.0, drawn.Item2).ToArray();
            foreach (var result in Both(u))
            {
                result.Coupling!.Value.ShouldBe(1, 1e-12);
                result.Degree!.Value.ShouldBe(Math.Sqrt(u[0]), 1e-12);
                result.Lagging.ShouldBeNull();
            }
        }));

    [Fact]
    public void The_adjusted_coupling_of_two_systems_sees_more_of_an_imbalance_than_the_classical() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Systems, u =>
            CouplingCoordination.Adjusted(u[0], u[1]).Coupling is not { } adjusted
            || adjusted <= CouplingCoordination.Classical(u[0], u[1]).Coupling + 1e-12));

    [Fact]
    public void The_form_for_n_systems_meets_the_form_for_two() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Systems, u =>
        {
            var (low, high) = (Math.Min(u[0], u[1]), Math.Max(u[0], u[1]));
            var adjusted = CouplingCoordination.Adjusted([u[0], u[1]], [0.5, 0.5]).Coupling;
            (adjusted ?? double.NaN).ShouldAgreeWith(high > 0 ? Math.Sqrt((1 - (high - low)) * (low / high)) : double.NaN);
        }));

    [Fact]
    public void All_systems_at_zero_have_no_coupling_and_the_degree_zero()
    {
        var result = CouplingCoordination.Adjusted(0, 0);

        result.Coupling.ShouldBeNull();
        result.Development.ShouldBe(0);
        result.Degree.ShouldBe(0);
        result.Grade.ShouldBe(CoordinationGrade.ExtremeImbalance);
    }

    [Fact]
    public void A_missing_score_leaves_nothing_to_say()
    {
        CouplingCoordination.Classical(0.5, double.NaN).ShouldBe(default);
        default(CouplingResult).Grade.ShouldBeNull();
    }

    [Fact]
    public void The_gap_and_the_lagging_system_are_named()
    {
        var result = CouplingCoordination.Adjusted([0.9, 0.4, 0.6], [0.4, 0.3, 0.3]);

        result.Gap!.Value.ShouldBe(0.5, 1e-15);
        result.Lagging.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, "极度失调")]
    [InlineData(0.0999, "极度失调")]
    [InlineData(0.1, "严重失调")]
    [InlineData(0.2, "中度失调")]
    [InlineData(0.3, "轻度失调")]
    [InlineData(0.4, "濒临失调")]
    [InlineData(0.5, "勉强协调")]
    [InlineData(0.6, "初级协调")]
    [InlineData(0.7, "中级协调")]
    [InlineData(0.8, "良好协调")]
    [InlineData(0.9, "优质协调")]
    [InlineData(1, "优质协调")]
    public void Grades_include_their_lower_bound(double degree, string name) => CoordinationGrades.Of(degree).ChineseName().ShouldBe(name);

    [Fact]
    public void Scores_and_weights_off_their_scale_are_refused_but_rounding_is_not()
    {
        Should.Throw<IndexRefusedException>(() => CouplingCoordination.Classical(80, 70)).Code.ShouldBe("score_outside_0_1");
        Should.Throw<IndexRefusedException>(() => CouplingCoordination.Classical([0.1, 0.2], [0.5, 0.6])).Code.ShouldBe("weights_not_one");
        Should.Throw<IndexRefusedException>(() => CouplingCoordination.Classical([0.1], [1])).Code.ShouldBe("too_few_systems");
        CouplingCoordination.Classical(1 + 1e-15, 1).Degree.ShouldBe(1);
    }

    private static CouplingResult[] Both(double[] u)
    {
        var weights = Weights.Equal(u.Length);
        return [CouplingCoordination.Classical(u, weights), CouplingCoordination.Adjusted(u, weights)];
    }
}
