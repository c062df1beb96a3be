namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Skewness and kurtosis of a column, and whether they pass as free of outliers.</summary>
/// <param name="Skewness">Sample skewness of type 2.</param>
/// <param name="ExcessKurtosis">Sample excess kurtosis of type 2.</param>
/// <param name="Passes">|skewness| below its threshold, or kurtosis below its threshold.</param>
public readonly record struct DistributionShape(double Skewness, double ExcessKurtosis, bool Passes)
{
    /// <summary>Customary threshold of |skewness|, 2.</summary>
    public const double SkewnessThreshold = 2;

    /// <summary>Customary threshold of the excess kurtosis, 3.5.</summary>
    public const double KurtosisThreshold = 3.5;

    /// <summary>The shape of a column; missing cells (NaN) are left out. An undefined figure is NaN and passes nothing.</summary>
    /// <remarks>Thresholds: those the JRC uses in its audits of composite indicators, as in COINr, function check_SkewKurt.</remarks>
    public static DistributionShape Of(ReadOnlySpan<double> x, double skewnessThreshold = SkewnessThreshold, double kurtosisThreshold = KurtosisThreshold)
    {
        var (skewness, kurtosis) = (Statistics.Skewness(x), Statistics.ExcessKurtosis(x));
        return new DistributionShape(skewness, kurtosis, Math.Abs(skewness) < skewnessThreshold || kurtosis < kurtosisThreshold);
    }
}
