using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

public class TreatmentAndImputationTests
{
    [Fact]
    public void An_outlier_is_drawn_to_the_next_value()
    {
        var treated = OutlierTreatment.WinsoriseThenLog([1, 2, 3, double.NaN, 4, 5, 6, 7, 8, 9, 10, 100]);

        treated.Values.ShouldAgreeWith([1, 2, 3, double.NaN, 4, 5, 6, 7, 8, 9, 10, 10]);
        treated.Before.Passes.ShouldBeFalse();
        treated.WinsorisedCount.ShouldBe(1);
        treated.Winsorised.Passes.ShouldBeTrue();
        treated.Logged.ShouldBeNull();
        treated.Points[^1].ShouldBe(TreatedPoint.WinsorisedHigh);
        treated.Points.Count(point => point != TreatedPoint.Kept).ShouldBe(1);
    }

    [Fact]
    public void A_low_outlier_is_drawn_up()
    {
        var treated = OutlierTreatment.WinsoriseThenLog([-100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        treated.Values[0].ShouldBe(1);
        treated.Points[0].ShouldBe(TreatedPoint.WinsorisedLow);
    }

    [Fact]
    public void A_column_that_passes_is_left_alone()
    {
        var treated = OutlierTreatment.WinsoriseThenLog([1, 2, 3, 4, 5]);

        treated.Values.ShouldBe([1, 2, 3, 4, 5]);
        treated.WinsorisedCount.ShouldBe(0);
        treated.Winsorised.ShouldBe(treated.Before);
    }

    [Fact]
    public void Tied_outliers_carry_the_count_past_its_limit_and_then_the_original_values_are_logged()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 500, 1000];

        var treated = OutlierTreatment.WinsoriseThenLog(x, mostPoints: 1);

        treated.WinsorisedCount.ShouldBe(1);
        treated.Winsorised.Passes.ShouldBeFalse();
        treated.Logged.ShouldNotBeNull();
        treated.Values.ShouldAgreeWith([.. x.Select(value => Math.Log(value - 1 + 0.01 * 999))]);
        OutlierTreatment.WinsoriseThenLog([.. x[..20], 1000, 1000], mostPoints: 1).WinsorisedCount.ShouldBe(2);
    }

    [Fact]
    public void Outliers_cannot_be_told_in_a_constant_or_very_short_column()
    {
        Should.Throw<IndexRefusedException>(() => OutlierTreatment.WinsoriseThenLog([1, 2, 3])).Code.ShouldBe("shape_undefined");
        Should.Throw<IndexRefusedException>(() => OutlierTreatment.WinsoriseThenLog([0.1, 0.1, 0.1, 0.1])).Code.ShouldBe("shape_undefined");
    }

    [Fact]
    public void Group_figures_fill_only_what_their_group_speaks_for()
    {
        double[] x = [1, 2, 6, double.NaN, 10, double.NaN, double.NaN];
        int[] groups = [1, 1, 1, 1, 2, 2, 3];
        var (mean, median) = (new double[7], new double[7]);

        var filled = Imputation.GroupMean(x, groups, mean);
        Imputation.GroupMedian(x, groups, median);

        filled.ShouldBe(2);
        mean.ShouldAgreeWith([1, 2, 6, 3, 10, 10, double.NaN]);
        median.ShouldAgreeWith([1, 2, 6, 2, 10, 10, double.NaN]);
    }

    [Fact]
    public void Row_means_within_the_pillar_come_back_in_the_units_of_the_column()
    {
        // The third unit scores 0.25 on the first column and 0.75 on the second (a cost), so 0.5 of 0..40 on the third.
        var matrix = Matrix.FromRows(
        [
            [0, 10, 0, 5],
            [8, 2, 40, 6],
            [2, 4, double.NaN, 7],
            [4, double.NaN, double.NaN, double.NaN],
        ]);

        var filled = Imputation.RowMeanWithinPillar(
            matrix, [Direction.Benefit, Direction.Cost, Direction.Benefit, Direction.Benefit], [1, 1, 1, 2]);

        filled.ShouldBe(3);
        matrix[2, 2].ShouldBe(20);
        matrix[3, 1].ShouldBe(6);
        matrix[3, 2].ShouldBe(20);
        matrix[3, 3].ShouldBe(double.NaN);
    }

    [Fact]
    public void Units_are_kept_from_the_threshold_on()
    {
        var matrix = Matrix.FromRows([[1, 2, 3], [1, double.NaN, 3], [double.NaN, double.NaN, 3]]);

        Availability.RowsToKeep(matrix, 2.0 / 3).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_denominator_of_zero_is_refused_with_its_row()
    {
        var y = new double[3];

        Denomination.Divide([6, double.NaN, 4], [3, 0, double.NaN], y);
        var refused = Should.Throw<IndexRefusedException>(() => Denomination.Divide([6, 1], [3, 0], y.AsSpan(0, 2)));

        y.ShouldAgreeWith([2, double.NaN, double.NaN]);
        (refused.Code, refused.Row).ShouldBe(("denominator_zero", 1));
    }
}
