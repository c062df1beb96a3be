using Yipanqi.Engine.Fusion;

namespace Yipanqi.Engine.Tests.Fusion;

public sealed class RateDifferenceTests
{
    private const double NinetyFive = 1.959963984540054;

    /// <summary>Newcombe 1998, table II, method 10, 95 %.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1)]
    [InlineData(10, 10, 0, 10, 0.6075, 1)]
    public void Agrees_with_the_published_examples(int met, int due, int otherMet, int otherDue, double low, double high)
    {
        var found = RateDifference.Of(met, due, otherMet, otherDue, NinetyFive);

        found.Value.ShouldBe(((double)met / due) - ((double)otherMet / otherDue), 1e-12);
        found.Low.ShouldBe(low, 5e-5);
        found.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void Turns_round_with_its_sides()
    {
        var (there, back) = (RateDifference.Of(7, 9, 4, 12), RateDifference.Of(4, 12, 7, 9));

        (there.Value, there.Low, there.High).ShouldBe((-back.Value, -back.High, -back.Low));
    }

    [Theory, InlineData(0, 0), InlineData(5, 4), InlineData(-1, 4)]
    public void Refuses_counts_that_cannot_be(int met, int due) => Should.Throw<ArgumentOutOfRangeException>(() => RateDifference.Of(met, due, 1, 2));
}
