namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What a list costs people in a year: minutes × times × holders (§4 of the assessment rules). What is computed from records costs nothing.</summary>
public static class DutyCost
{
    private const double MinutesOfHour = 60;

    /// <param name="holders">How many units or people have duties of each level.</param>
    public static double HoursAYear(DutyFacts duty, IReadOnlyDictionary<DutyLevel, int> holders) => HoursOfOne(duty) * holders.GetValueOrDefault(duty.Level);

    /// <summary>The hours one holder spends in a year.</summary>
    public static double HoursOfOne(DutyFacts duty) => duty.ComputedFrom.Length > 0 ? 0 : duty.Minutes * DutyPeriod.TimesAYear(duty.Frequency) / MinutesOfHour;
}
