using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;
using static Yipanqi.Engine.CompositeIndex.AbsenceReason;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class LostPointsTests
{
    [Fact]
    public void An_item_costs_its_share_times_what_it_lacks()
    {
        var result = Schemes.Run(Schemes.Flat(1, 1, 1, 1), [60, NotReported, 90, NotApplicable]);
        var degrees = new double[4];
        result.ObstacleDegree(0, degrees);

        Enumerable.Range(0, 4).Select(item => result.Lost(item)[0]).ToArray().ShouldAgreeWith([40 / 3.0, 100 / 3.0, 10 / 3.0, 0]);
        degrees.ShouldAgreeWith([40 / 150.0, 100 / 150.0, 10 / 150.0, 0]);
    }

    [Fact]
    public void Below_a_grey_node_the_whole_weight_is_lost_by_shares()
    {
        var result = Schemes.Run(Schemes.Dimensions("A", "B", "C"), [100, NotReported, NotReported, 80, 80, 80, 100, 100, 100]);

        Enumerable.Range(0, 3).Select(item => result.Lost(item)[0]).ToArray().ShouldAgreeWith([100 / 9.0, 100 / 9.0, 100 / 9.0]);
        Enumerable.Range(3, 3).Sum(item => result.Lost(item)[0]).ShouldAgreeWith(20 / 3.0);
    }

    [Fact]
    public void Without_an_index_nothing_is_said_and_at_100_nothing_is_lost()
    {
        var result = Schemes.Run(Schemes.Flat(1, 1), [100, 100], [100, NotReported]);
        var degrees = new double[2];
        result.ObstacleDegree(0, degrees);

        degrees.ShouldBe([0, 0]);
        result.Lost(0)[1].ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(AggregationKind.Arithmetic)]
    [InlineData(AggregationKind.Geometric)]
    [InlineData(AggregationKind.Harmonic)]
    [InlineData(AggregationKind.Generalised)]
    public void They_add_up_to_what_the_index_lacks_and_are_never_negative(AggregationKind kind) =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new RandomScheme(seed);
            var structure = random.Structure(relative: false, kind);
            var result = new SchemeRun(structure).Score(random.Columns(structure, 20), PeerGroups.Single(20));
            return Enumerable.Range(0, 20).Where(row => !double.IsNaN(result.Index[row])).All(row =>
            {
                var lost = Enumerable.Range(0, structure.ItemCount).Select(item => result.Lost(item)[row]).ToArray();
                return lost.All(points => points >= 0) && Math.Abs(lost.Sum() - (100 - result.Index[row])) < 1e-9;
            });
        }));
}
