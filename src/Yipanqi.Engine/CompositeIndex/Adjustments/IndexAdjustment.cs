namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Bonus and deduction items (加减分) of one organisation in one period. They are applied after aggregation, to the index alone:
/// tracks, coupling and lost points stay as they were scored. See docs/methods/adjustments.md.
/// </summary>
/// <param name="BonusHundredths">Sum of all bonus items in hundredths of a point, at least 0, before the cap.</param>
/// <param name="DeductionHundredths">Sum of all deduction items in hundredths of a point, at least 0, before the cap.</param>
/// <param name="Veto">Whether a veto (一票否决) was entered: signal 8, red.</param>
public readonly record struct IndexAdjustment(int BonusHundredths, int DeductionHundredths, bool Veto)
{
    private const double HundredthsPerPoint = 100;
    private const double Best = 100;

    /// <summary>Points added to the index, negative where deductions prevail: <c>min(bonus, cap) − min(deduction, cap)</c>.</summary>
    public double Points(AdjustmentCaps caps) =>
        (Math.Min(BonusHundredths, caps.BonusHundredths) - Math.Min(DeductionHundredths, caps.DeductionHundredths)) / HundredthsPerPoint;

    /// <summary>The index after adjustment, <c>clamp(index + points, 0, 100)</c>; no index (NaN) stays none, without points the very same number comes back.</summary>
    /// <param name="index">The index as scored, 0–100, unrounded.</param>
    /// <param name="caps">The most that counts of each kind.</param>
    public double Of(double index, AdjustmentCaps caps)
    {
        var points = Points(caps);
        return points == 0 || double.IsNaN(index) ? index : Math.Clamp(index + points, 0, Best);
    }
}
