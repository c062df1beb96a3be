namespace Yipanqi.Engine.Fusion;

/// <summary>How far an open milestone has slipped: what item E1.2 of the default scheme is the mean of.</summary>
public static class MilestoneSlip
{
    /// <summary><c>days late ÷ planned days</c>; 0 while it is not late. Fewer than 1 planned day count as 1.</summary>
    /// <param name="from">First planned day.</param>
    /// <param name="due">Day it is due.</param>
    /// <param name="asOf">Day looked at.</param>
    /// <returns>0 or more, without unit.</returns>
    public static double Of(DateOnly from, DateOnly due, DateOnly asOf) =>
        (double)Math.Max(0, asOf.DayNumber - due.DayNumber) / Math.Max(1, due.DayNumber - from.DayNumber);
}
