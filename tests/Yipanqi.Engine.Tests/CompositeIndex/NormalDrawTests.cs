using MathNet.Numerics.Distributions;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class NormalDrawTests
{
    private const int Draws = 4_000_000;
    private static readonly double[] Drawn = Draw();

    [Theory]
    [InlineData(-3.6)]
    [InlineData(-3.442619855899)]
    [InlineData(-2)]
    [InlineData(-0.3)]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(2.7)]
    [InlineData(3.442619855899)]
    [InlineData(4)]
    public void Share_below_a_point_is_that_of_the_normal_distribution_tails_included(double point)
    {
        var p = Normal.CDF(0, 1, point);

        var below = (double)~Array.BinarySearch(Drawn, point) / Draws;

        below.ShouldBe(p, 4.5 * Math.Sqrt(p * (1 - p) / Draws));
    }

    private static double[] Draw()
    {
        var random = new SeededRandom(11);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => random.NextGaussian())];
        Array.Sort(drawn);
        return drawn;
    }
}
