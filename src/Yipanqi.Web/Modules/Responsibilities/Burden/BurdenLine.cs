namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What one duty of a list in force costs a year.</summary>
/// <param name="Holders">How many units have it, or members.</param>
public sealed record BurdenLine(DutyFacts Duty, Guid VersionId, string ListName, int Holders)
{
    public bool IsComputed => Duty.ComputedFrom.Length > 0;

    public int TimesAYear => DutyPeriod.TimesAYear(Duty.Frequency);

    /// <summary>Hours a year of one holder.</summary>
    public double EachHours => DutyCost.HoursOfOne(Duty);

    public double Hours => EachHours * Holders;
}
