using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class SobolTests
{
    [Theory]
    [InlineData(SobolEstimator.Uncentred, "COINr")]
    [InlineData(SobolEstimator.Centred, "SALib")]
    public void Both_estimators_agree_on_the_given_sample(SobolEstimator estimator, string form)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Reference.Path("cases/sensitivity.json")));
        var given = document.RootElement.GetProperty("cases").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "estimator_ishigami_N32");
        var (a, b) = (Rows(given.GetProperty("input").GetProperty("A")), Rows(given.GetProperty("input").GetProperty("B")));
        var expected = given.GetProperty("expected");

        var (yA, yB) = (Outputs(a), Outputs(b));
        var yMixed = Enumerable.Range(0, 3).Select(i => Outputs(Sobol.Mix(a, b, i))).ToArray();
        var indices = Sobol.Estimate(yA, yB, yMixed, estimator);

        yA.ShouldAgreeWith(Numbers(expected.GetProperty("yA")));
        yB.ShouldAgreeWith(Numbers(expected.GetProperty("yB")));
        Rows(expected.GetProperty("yAB")).Zip(yMixed).ToList().ForEach(pair => pair.Second.ShouldAgreeWith(pair.First));
        indices.First.ShouldAgreeWith(Numbers(expected.GetProperty(form).GetProperty("S1")));
        indices.Total.ShouldAgreeWith(Numbers(expected.GetProperty(form).GetProperty("ST")));
    }

    [Fact]
    public void A_seeded_analysis_reaches_the_analytic_indices_of_the_ishigami_function()
    {
        double[] first = [0.31390519114781146, 0.4424111447900409, 0];
        double[] total = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773];

        var indices = Sobol.Analyse(point => Ishigami([.. point.ToArray().Select(u => Math.PI * (2 * u - 1))]), 3, 8192, 1990);

        for (var i = 0; i < 3; i++)
        {
            indices.First[i].ShouldBe(first[i], 0.05);
            indices.Total[i].ShouldBe(total[i], 0.05);
        }
    }

    [Fact]
    public void An_output_that_does_not_vary_is_refused()
    {
        Should.Throw<IndexRefusedException>(() => Sobol.Analyse(_ => 3, 2, 8, 1)).Code.ShouldBe("output_constant");
    }

    private static double[] Outputs(double[][] sample) => [.. sample.Select(Ishigami)];

    private static double Ishigami(double[] x) => Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static double[][] Rows(JsonElement list) => [.. list.EnumerateArray().Select(Numbers)];
}
