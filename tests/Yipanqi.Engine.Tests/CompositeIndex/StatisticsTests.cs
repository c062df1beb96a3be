using MathNet.Numerics.Statistics;
using Yipanqi.Engine.Tests.Support;
using Correlation = Yipanqi.Engine.CompositeIndex.Correlation;
using Statistics = Yipanqi.Engine.CompositeIndex.Statistics;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class StatisticsTests
{
    private static readonly double[] Skewed = [2.5, 1, 4, 4, 90.25, -3, 7, 8];

    [Fact]
    public void Statistics_of_a_sample_agree_with_an_independent_library()
    {
        Statistics.Skewness(Skewed).ShouldAgreeWith(Skewed.Skewness());
        Statistics.ExcessKurtosis(Skewed).ShouldAgreeWith(Skewed.Kurtosis());
        Statistics.StandardDeviation(Skewed).ShouldAgreeWith(Skewed.StandardDeviation());
        Statistics.Median(Skewed).ShouldAgreeWith(Skewed.Median());
        Statistics.Quantile(Skewed, 0.9).ShouldAgreeWith(Skewed.QuantileCustom(0.9, QuantileDefinition.R7));
    }

    [Fact]
    public void Undefined_statistics_are_missing()
    {
        double[] undefined =
        [
            Statistics.Mean([double.NaN]),
            Statistics.Median([]),
            Statistics.StandardDeviation([4]),
            Statistics.Skewness([1, 2]),
            Statistics.Skewness([0.1, 0.1, 0.1]),
            Statistics.ExcessKurtosis([1, 2, 4]),
        ];

        undefined.ShouldAllBe(figure => double.IsNaN(figure));
    }

    [Fact]
    public void Correlations_use_the_units_that_have_both_values()
    {
        double[] x = [1, 2, 3, 4, double.NaN, 7];
        double[] y = [1, 3, 2, 4, 9, double.NaN];

        Correlation.Spearman(x, y).ShouldAgreeWith(0.8);
        Correlation.Pearson(x, y).ShouldAgreeWith(0.8);
        Correlation.KendallTauB(x, y).ShouldAgreeWith(4 / 6.0);
    }

    [Fact]
    public void Ties_enter_rank_correlations_by_average_ranks_and_the_b_correction()
    {
        double[] x = [1, 2, 2, 3];
        double[] y = [1, 3, 2, 2];

        // Ranks of x: 1, 2.5, 2.5, 4; of y: 1, 4, 2.5, 2.5. Deviations from 2.5 give Σxy 2.25, Σx² and Σy² 4.5.
        Correlation.Spearman(x, y).ShouldAgreeWith(0.5);
        // Of the 6 pairs 3 are concordant, 1 discordant, 1 tied in x only, 1 in y only.
        Correlation.KendallTauB(x, y).ShouldAgreeWith(2 / 5.0);
    }

    [Fact]
    public void Columns_that_do_not_vary_have_no_correlation()
    {
        Correlation.Pearson([1, 2, 3], [0.1, 0.1, 0.1]).ShouldBe(double.NaN);
        Correlation.Spearman([1], [2]).ShouldBe(double.NaN);
        Correlation.KendallTauB([1, 1], [2, 3]).ShouldBe(double.NaN);
    }
}
