using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class IndexAdjustmentTests
{
    private static readonly AdjustmentCaps Caps = new(500, 1000);

    [Theory]
    [InlineData(0, 0, 76.2, 76.2)]
    [InlineData(150, 0, 76.2, 77.7)]
    [InlineData(900, 0, 76.2, 81.2)]
    [InlineData(0, 1200, 76.2, 66.2)]
    [InlineData(300, 100, 76.2, 78.2)]
    [InlineData(500, 0, 98.0, 100.0)]
    [InlineData(0, 1000, 4.0, 0.0)]
    public void Adds_each_kind_up_to_its_cap_and_stays_on_the_scale(int bonus, int deduction, double before, double after) =>
        new IndexAdjustment(bonus, deduction, Veto: false).Of(before, Caps).ShouldBe(after, 1e-12);

    [Fact]
    public void Gives_back_the_very_same_number_without_points() =>
        BitConverter.DoubleToInt64Bits(new IndexAdjustment(100, 100, Veto: true).Of(1.0 / 3, Caps)).ShouldBe(BitConverter.DoubleToInt64Bits(1.0 / 3));

    [Fact]
    public void Makes_no_index_where_there_is_none() => new IndexAdjustment(500, 0, Veto: false).Of(double.NaN, Caps).ShouldBe(double.NaN);

    [Fact]
    public void A_veto_is_red_beside_the_reasons_there_were()
    {
        var tracks = new TrackFigures(90, 90, NodeState.Scored, NodeState.Scored, 1, 1, .95);
        var decision = LevelDecision.Decide(90, tracks, double.NaN, LevelThresholds.Default);

        var vetoed = decision.Vetoed(LevelThresholds.Default);

        decision.Level.ShouldBe(WarningLevel.Green);
        vetoed.Level.ShouldBe(WarningLevel.Red);
        vetoed.Reasons.Select(r => r.Signal).ShouldBe([LevelSignal.Veto, LevelSignal.Score]);
    }
}
