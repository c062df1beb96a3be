using System.Globalization;
using System.Text.RegularExpressions;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>
/// Deadlines as plans print them: a day, the end of a month (6月底前), or only the year (2025年内, 年底前), which is no day: the end of the plan
/// year then stands for it, marked as derived.
/// </summary>
internal static partial class DeadlineText
{
    /// <param name="day">Null where the text names no more than a year.</param>
    public static bool TryRead(string text, int planYear, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0 || YearAlone().IsMatch(text))
        {
            return true;
        }

        if (MonthEnd().Match(text) is { Success: true } month)
        {
            var year = month.Groups[1].Success ? int.Parse(month.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : planYear;
            var number = int.Parse(month.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            day = year is >= TaskText.FirstYear and <= TaskText.LastYear && number is >= 1 and <= 12 ? new DateOnly(year, number, DateTime.DaysInMonth(year, number)) : null;
            return day is not null;
        }

        return DayText.TryRead(text.EndsWith('前') ? text[..^1] : text, out day);
    }

    [GeneratedRegex("^(?:[0-9]{4}年?)?(?:全年|年?内|年?底前?|年?末前?)?$")]
    private static partial Regex YearAlone();

    [GeneratedRegex("^(?:([0-9]{4})[年./-])?([0-9]{1,2})月(?:底|末|内)?前?$")]
    private static partial Regex MonthEnd();
}
