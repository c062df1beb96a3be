using System.Globalization;
using System.Text.RegularExpressions;
using Yipanqi.Engine.Deadlines;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>When a duty of a period is due: so many working or calendar days before or after its first or last day.</summary>
/// <param name="Offset">Days after the anchor; negative before it.</param>
public sealed partial record DueRule(DueAnchor Anchor, int Offset, bool InWorkingDays)
{
    /// <summary>Farther from its period nothing is due.</summary>
    public const int MostDays = 366;

    /// <summary>期末: the last day of the period, worked or not.</summary>
    public static readonly DueRule LastDay = new(DueAnchor.End, 0, false);

    /// <summary>Reads 期末, 期末前5个工作日, 期初后10日, 发生后3个工作日; null where it is none of these.</summary>
    public static DueRule? Parse(string text)
    {
        var match = Form().Match(text.Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success || !int.TryParse(match.Groups["days"].Success ? match.Groups["days"].Value : "0", CultureInfo.InvariantCulture, out var days) || days > MostDays)
        {
            return null;
        }

        var anchor = match.Groups["anchor"].Value == "期末" ? DueAnchor.End : DueAnchor.Start;
        return new DueRule(anchor, match.Groups["side"].Value == "前" ? -days : days, match.Groups["unit"].Value.EndsWith("工作日", StringComparison.Ordinal));
    }

    /// <summary>The same words again; of an event, 发生后3个工作日.</summary>
    public string Write(DutyFrequency frequency = DutyFrequency.Once)
    {
        var anchor = Anchor == DueAnchor.End ? "期末" : frequency == DutyFrequency.OnEvent ? "发生" : "期初";
        return Offset == 0 && !InWorkingDays ? anchor : $"{anchor}{(Offset < 0 ? "前" : "后")}{Math.Abs(Offset)}{(InWorkingDays ? "个工作日" : "日")}";
    }

    /// <summary>The due day of a period; provisional where working days of a year are counted whose calendar is not published yet.</summary>
    public DueDay DayOf(DutyPeriod period, WorkingCalendar calendar)
    {
        var from = Anchor == DueAnchor.End ? period.Last : period.First;
        return InWorkingDays ? calendar.AddWorkingDays(from, Offset) : new DueDay(from.AddDays(Offset), false);
    }

    /// <summary>The period of what is due about this day. The year of a duty that falls due once is the one whose day lies nearest.</summary>
    public DutyPeriod PeriodOf(string periodKey, DutyFrequency frequency, DateOnly day, WorkingCalendar calendar) => Enumerable.Range(day.Year - 1, frequency == DutyFrequency.Once ? 3 : 1)
        .Select(year => DutyPeriod.Read(periodKey, frequency, year)).MinBy(period => Math.Abs(DayOf(period, calendar).Day.DayNumber - day.DayNumber))!;

    [GeneratedRegex("^(?<anchor>期初|期末|发生)(?:(?<side>前|后)(?<days>\\d{1,3})(?<unit>个工作日|工作日|日|天))?$")]
    private static partial Regex Form();
}
