using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class SeededRandomTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Gives_the_sequence_that_an_independent_implementation_gives()
    {
        var (zero, random) = (new SeededRandom(0), new SeededRandom(42));

        zero.NextUInt64().ShouldBe(11091344671253066420UL);
        ulong[] drawn = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];

        drawn.ShouldBe([1546998764402558742UL, 6990951692964543102UL, 12544586762248559009UL, 17057574109182124193UL]);
    }

    [Fact]
    public void Streams_repeat_and_differ_from_each_other()
    {
        var first = SeededRandom.Stream(7, 0).NextUInt64();

        SeededRandom.Stream(7, 0).NextUInt64().ShouldBe(first);
        new[] { SeededRandom.Stream(7, 1), SeededRandom.Stream(8, 0), SeededRandom.Stream(0, 7), new SeededRandom(7) }
            .ShouldAllBe(other => other.NextUInt64() != first);
    }

    [Fact]
    public void Uniform_draws_lie_below_one_and_have_its_mean_and_variance() =>
        Judge(random => random.NextDouble(), 0.5, 1 / 12.0).ShouldAllBe(value => value >= 0 && value < 1);

    [Fact]
    public void Normal_draws_have_the_mean_variance_and_tails()
    {
        var drawn = Judge(random => random.NextGaussian(), 0, 1);

        (drawn.Count(value => Math.Abs(value) > 1.959964) / (double)Draws).ShouldBe(0.05, 0.002);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(7.5)]
    public void Gamma_draws_have_the_shape_as_mean_and_variance(double shape) =>
        Judge(random => random.NextGamma(shape), shape, shape).ShouldAllBe(value => value >= 0);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(12.5, 3.5)]
    public void Beta_draws_have_the_mean_and_variance(double a, double b) =>
        Judge(random => random.NextBeta(a, b), a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1))).ShouldAllBe(value => value >= 0 && value <= 1);

    [Theory]
    [InlineData(10, 0.3)]
    [InlineData(1000, 0.02)]
    [InlineData(57, 0.9)]
    public void Binomial_draws_have_the_mean_and_variance(int n, double p) =>
        Judge(random => random.NextBinomial(n, p), n * p, n * p * (1 - p)).ShouldAllBe(value => value >= 0 && value <= n);

    [Fact]
    public void Sure_and_impossible_trials_need_no_luck()
    {
        new SeededRandom(1).NextBinomial(500, 1).ShouldBe(500);
        new SeededRandom(1).NextBinomial(500, 0).ShouldBe(0);
    }

    [Fact]
    public void Multinomial_counts_add_up_and_leave_empty_categories_empty()
    {
        var random = new SeededRandom(5);
        var (sums, counts) = (new long[5], new int[5]);
        for (var draw = 0; draw < 20_000; draw++)
        {
            random.NextMultinomial(40, [1, 0, 2, 5, 0], counts);
            counts.Sum().ShouldBe(40);
            for (var i = 0; i < 5; i++)
            {
                sums[i] += counts[i];
            }
        }

        sums[1].ShouldBe(0);
        sums[4].ShouldBe(0);
        (sums[0] / 20_000.0).ShouldBe(5, 0.06);
        (sums[3] / 20_000.0).ShouldBe(25, 0.09);
        Should.Throw<ArgumentException>(() => random.NextMultinomial(3, [0, 0], new int[2]));
    }

    // Mean and variance within 5 standard errors; that of the variance by the sample's own fourth moment.
    private static double[] Judge(Func<SeededRandom, double> draw, double mean, double variance)
    {
        var random = new SeededRandom(20260331);
        var drawn = Enumerable.Range(0, Draws).Select(_ => draw(random)).ToArray();

        var squares = drawn.Select(value => (value - mean) * (value - mean)).ToArray();
        drawn.Average().ShouldBe(mean, 5 * Math.Sqrt(variance / Draws));
        squares.Average().ShouldBe(variance, 5 * Math.Sqrt(squares.Select(square => (square - variance) * (square - variance)).Average() / Draws));
        return drawn;
    }
}
