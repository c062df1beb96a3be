namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Bonus and deduction items and vetoes of one organisation in a snapshot: the index before, what counted, the index after.</summary>
/// <param name="Points">What all of them together add, after the caps; negative where deductions prevail.</param>
/// <param name="IsCapped">Whether a cap took something off.</param>
public sealed record CardAdjustments(double? Before, double? After, double Points, bool IsCapped, bool Veto, AdjustmentRule Rule, IReadOnlyList<RunAdjustment> Lines)
{
    /// <summary>Null where the organisation has none.</summary>
    internal static CardAdjustments? Of(RunAdjustments adjustments, OrganisationScore line)
    {
        var own = adjustments.Lines.Where(l => l.Position == line.Position).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var (sum, caps) = (adjustments.At(line.Position), adjustments.Rule.Caps);
        var capped = sum.BonusHundredths > caps.BonusHundredths || sum.DeductionHundredths > caps.DeductionHundredths;
        return new(line.BaseIndex ?? line.IndexScore, line.IndexScore, sum.Points(caps), capped, sum.Veto, adjustments.Rule, own);
    }
}
