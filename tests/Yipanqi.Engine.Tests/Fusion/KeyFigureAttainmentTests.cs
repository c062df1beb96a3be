using Yipanqi.Engine.Fusion;

namespace Yipanqi.Engine.Tests.Fusion;

public sealed class KeyFigureAttainmentTests
{
    [Theory]
    [InlineData(80.0, 100, false, 0.8)]
    [InlineData(130.0, 100, false, 1.2)]
    [InlineData(-5.0, 100, false, 0)]
    [InlineData(null, 100, false, 0)]
    [InlineData(5.0, 4, true, 0.8)]
    [InlineData(2.0, 4, true, 1.2)]
    [InlineData(0.0, 4, true, 1)]
    [InlineData(3.0, 0, false, 1)]
    [InlineData(-1.0, 0, false, 0)]
    [InlineData(-6.0, -5, true, 1)]
    public void Is_the_quotient_up_to_a_limit_and_met_or_not_where_there_is_none(double? actual, double target, bool isCost, double expected) =>
        KeyFigureAttainment.Of(actual, target, isCost).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData("2026-01-01", "2026-01-11", "2026-01-11", 0)]
    [InlineData("2026-01-01", "2026-01-11", "2026-01-16", 0.5)]
    [InlineData("2026-01-11", "2026-01-11", "2026-01-13", 2)]
    public void Slip_is_days_late_over_planned_days(string from, string due, string asOf, double expected) =>
        MilestoneSlip.Of(DateOnly.Parse(from), DateOnly.Parse(due), DateOnly.Parse(asOf)).ShouldBe(expected, 1e-12);
}
