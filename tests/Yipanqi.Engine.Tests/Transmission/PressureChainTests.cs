using Yipanqi.Engine.Transmission;

namespace Yipanqi.Engine.Tests.Transmission;

public sealed class PressureChainTests
{
    [Fact]
    public void Takes_the_least_of_the_hops()
    {
        LevelCount[] levels = [new(10, 9), new(20, 16), new(100, 60)];

        var hops = PressureChain.HopsOf(levels);

        hops[0]!.Value.ShouldBe(0.8 / 0.9, 1e-12);
        hops[1]!.Value.ShouldBe(0.6 / 0.8, 1e-12);
        PressureChain.Of(levels)!.Value.ShouldBe(0.75, 1e-12);
    }

    [Fact]
    public void Is_at_most_one_where_the_lower_level_does_better() => PressureChain.Of([new(10, 5), new(10, 10)]).ShouldBe(1);

    [Fact]
    public void Is_exactly_one_where_rates_are_equal() => PressureChain.Of([new(30, 10), new(90, 30)]).ShouldBe(1);

    [Theory]
    [InlineData(4, 4, 10, 5)]
    [InlineData(10, 5, 4, 4)]
    [InlineData(10, 0, 10, 5)]
    [InlineData(0, 0, 10, 5)]
    public void Leaves_out_a_hop_with_too_little_due_or_nothing_on_time_above(int due, int onTime, int dueBelow, int onTimeBelow) =>
        PressureChain.Of([new(due, onTime), new(dueBelow, onTimeBelow)]).ShouldBeNull();

    [Fact]
    public void Goes_on_over_a_hop_that_is_left_out() => PressureChain.Of([new(4, 4), new(10, 10), new(10, 5)]).ShouldBe(0.5);

    [Fact]
    public void Has_no_hop_for_one_level() => PressureChain.HopsOf([new(10, 5)]).ShouldBeEmpty();

    [Theory, InlineData(-1, 0), InlineData(5, 6), InlineData(5, -1)]
    public void Refuses_counts_that_cannot_be(int due, int onTime) => Should.Throw<ArgumentOutOfRangeException>(() => PressureChain.HopsOf([new(due, onTime)]));

    [Fact]
    public void Has_no_rate_where_nothing_was_due() => (new LevelCount(0, 0).Rate, new LevelCount(4, 1).Rate).ShouldBe((null, 0.25));
}
