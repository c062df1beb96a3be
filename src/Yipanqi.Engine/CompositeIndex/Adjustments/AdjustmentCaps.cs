namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The most that bonus and deduction items of one organisation may count in one period, each kind by itself.</summary>
/// <param name="BonusHundredths">Most bonus, in hundredths of a point, at least 0.</param>
/// <param name="DeductionHundredths">Most deduction, in hundredths of a point, at least 0.</param>
public readonly record struct AdjustmentCaps(int BonusHundredths, int DeductionHundredths);
