namespace Yipanqi.Engine.Tests.Support;

/// <summary>The tolerance of computed reference figures, relative to max(1, |expected|); missing agrees with missing only.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-9;

    public static void ShouldAgreeWith(this double actual, double expected, string what = "figure", double tolerance = Tolerance)
    {
        if (double.IsNaN(expected))
        {
            actual.ShouldBe(double.NaN, what);
            return;
        }

        actual.ShouldBe(expected, tolerance * Math.Max(1, Math.Abs(expected)), what);
    }

    public static void ShouldAgreeWith(this IReadOnlyList<double> actual, IReadOnlyList<double> expected, string what = "figures", double tolerance = Tolerance)
    {
        actual.Count.ShouldBe(expected.Count, what);
        for (var i = 0; i < expected.Count; i++)
        {
            actual[i].ShouldAgreeWith(expected[i], $"{what}, position {i}", tolerance);
        }
    }
}
