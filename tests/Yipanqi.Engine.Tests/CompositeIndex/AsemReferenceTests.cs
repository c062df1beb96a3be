using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>51 units and 49 indicators against the figures COINr made of them.</summary>
public class AsemReferenceTests
{
    private static readonly Reference Raw = Reference.Read("asem/raw_data.csv");
    private static readonly Reference Metadata = Reference.Read("asem/metadata.csv", "iCode");
    private static readonly string[] Indicators = [.. Metadata.Codes.Where(code => Metadata.Text(code, "Level") == "1")];
    private static readonly string[] Pillars = [.. Metadata.Codes.Where(code => Metadata.Text(code, "Level") == "2")];

    [Fact]
    public void Raw_statistics_agree()
    {
        var expected = Reference.Read("asem/raw_statistics.csv", "iCode");

        foreach (var indicator in Indicators)
        {
            var summary = ColumnSummary.Of(Raw.Numbers(indicator));

            double[] figures =
            [
                summary.Min, summary.Max, summary.Mean, summary.Median, summary.Deviation, summary.Skewness, summary.ExcessKurtosis,
                summary.Available, summary.NonZero, summary.Unique,
            ];
            string[] names = ["Min", "Max", "Mean", "Median", "Std", "Skew", "Kurt", "N.Avail", "N.NonZero", "N.Unique"];
            figures.ShouldAgreeWith([.. names.Select(name => expected.Number(indicator, name))], indicator);
        }
    }

    [Fact]
    public void Raw_figures_scaled_by_min_max_agree()
    {
        var expected = Reference.Read("asem/s1_normalised_minmax_0_100.csv");

        foreach (var indicator in Indicators)
        {
            Scaled(Raw.Numbers(indicator, expected.Codes), indicator).ShouldAgreeWith(expected.Numbers(indicator), indicator);
        }
    }

    [Fact]
    public void Denominated_figures_agree()
    {
        var expected = Reference.Read("asem/s2_denominated.csv");

        foreach (var indicator in Indicators)
        {
            Denominated(indicator, expected.Codes).ShouldAgreeWith(expected.Numbers(indicator), indicator);
        }
    }

    [Fact]
    public void Group_means_fill_the_same_cells_with_the_same_figures()
    {
        var expected = Reference.Read("asem/s2_imputed_group_mean.csv");
        var groups = expected.Codes.Select(code => Raw.Text(code, "EurAsia_group") == "Asia" ? 1 : 2).ToArray();
        var filled = 0;

        foreach (var indicator in Indicators)
        {
            var column = Denominated(indicator, expected.Codes);
            filled += Imputation.GroupMean(column, groups, column);
            column.ShouldAgreeWith(expected.Numbers(indicator), indicator);
        }

        var missing = Indicators.Sum(indicator => Denominated(indicator, expected.Codes).Count(double.IsNaN));
        filled.ShouldBe(missing);
        missing.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Imputed_figures_scaled_by_min_max_agree()
    {
        var imputed = Reference.Read("asem/s2_imputed_group_mean.csv");
        var expected = Reference.Read("asem/s2_normalised_minmax_0_100.csv");

        foreach (var indicator in Indicators)
        {
            Scaled(imputed.Numbers(indicator, expected.Codes), indicator).ShouldAgreeWith(expected.Numbers(indicator), indicator);
        }
    }

    [Fact]
    public void Correlations_of_the_pillars_agree()
    {
        var pillars = Reference.Read("asem/s2_aggregated_amean.csv");
        var expected = Reference.Read("asem/s2_correlation_pearson_pillars.csv", "iCode");

        foreach (var one in Pillars)
        {
            foreach (var other in Pillars)
            {
                Correlation.Pearson(pillars.Numbers(one), pillars.Numbers(other)).ShouldAgreeWith(expected.Number(one, other), $"{one} {other}");
            }
        }
    }

    [Fact]
    public void Topsis_of_all_indicators_agrees()
    {
        var imputed = Reference.Read("asem/s2_imputed_group_mean.csv");
        var expected = Reference.Read("asem/s2_topsis_minmax_equal.csv");

        var result = Topsis.OnMinMax(imputed.Matrix(Indicators), Weights.Equal(Indicators.Length), [.. Indicators.Select(DirectionOf)]);

        result.ToIdeal.ShouldAgreeWith(expected.Numbers("d_plus", imputed.Codes));
        result.ToAntiIdeal.ShouldAgreeWith(expected.Numbers("d_minus", imputed.Codes));
        result.Closeness.ShouldAgreeWith(expected.Numbers("closeness", imputed.Codes));
        result.Ranks.Select(rank => (double)rank).ShouldBe(expected.Numbers("rank", imputed.Codes));
    }

    [Fact]
    public void Ranks_under_weight_noise_agree_within_chance()
    {
        const int draws = 4000;
        var scores = Reference.Read("asem/s2_normalised_minmax_0_100.csv");
        var expected = Reference.Read("asem/s2_mc_weight_noise_0.25.csv");
        var tree = Yipanqi.Tool.TreeFile.Read(Reference.Path("asem/metadata.csv")).Tree;

        var ranks = new WeightNoise(tree, scores.Matrix(Indicators), 0.25).Draw(draws, 20260101);

        for (var i = 0; i < scores.Codes.Count; i++)
        {
            var unit = scores.Codes[i];
            var chance = Math.Sqrt(1.0 / draws + 1.0 / 20000);
            var share = expected.Number(unit, "share_top10");
            ranks[i].ShouldNotBeNull();
            ranks[i]!.MeanRank.ShouldBe(expected.Number(unit, "mean_rank"), 4 * expected.Number(unit, "sd_rank") * chance + 0.02, unit);
            ((double)ranks[i]!.Low).ShouldBe(expected.Number(unit, "q05"), 1 + 1e-9, unit);
            ((double)ranks[i]!.Median).ShouldBe(expected.Number(unit, "median"), 1 + 1e-9, unit);
            ((double)ranks[i]!.High).ShouldBe(expected.Number(unit, "q95"), 1 + 1e-9, unit);
            ranks[i]!.TopTenShare.ShouldBe(share, 4 * Math.Sqrt(share * (1 - share)) * chance + 0.005, unit);
        }
    }

    private static Direction DirectionOf(string indicator) => Metadata.Text(indicator, "Direction") == "1" ? Direction.Benefit : Direction.Cost;

    private static double[] Scaled(double[] column, string indicator)
    {
        Normalisation.MinMax(column, DirectionOf(indicator), 0, 100, column);
        return column;
    }

    private static double[] Denominated(string indicator, IEnumerable<string> units)
    {
        var column = Raw.Numbers(indicator, units);
        var denominator = Metadata.Text(indicator, "Denominator");
        if (denominator.Length > 0)
        {
            Denomination.Divide(column, Raw.Numbers(denominator, units), column);
        }

        return column;
    }
}
