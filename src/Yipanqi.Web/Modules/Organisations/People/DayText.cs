using System.Globalization;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Days and months as people and spreadsheets write them: 2021-07-01, 2021.7.1, 2021年7月1日, 20210701, and the serial numbers of Excel.</summary>
public static partial class DayText
{
    // Excel counts days from 1899-12-30; these bounds are the years 1927 to 2064.
    private const int FirstSerial = 10_000;
    private const int LastSerial = 60_000;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string WriteMonth(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";

    /// <summary>True for an empty text (no day) and for a day; false where the text is no day.</summary>
    public static bool TryRead(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            day = SerialZero.AddDays(serial);
            return true;
        }

        var parts = Parts(text, Day());
        day = parts is null ? null : Make(parts[0], parts[1], parts[2]);
        return day is not null;
    }

    /// <summary>First day of the month; a whole day is read as its month. 1985.1 is not read: a spreadsheet writes 1985.10 so, too.</summary>
    public static bool TryReadMonth(string text, out DateOnly? month)
    {
        if (!Unclear().IsMatch(text) && TryRead(text, out month))
        {
            month = month is { } day ? day.AddDays(1 - day.Day) : null;
            return true;
        }

        var parts = Unclear().IsMatch(text) ? null : Parts(text, Month());
        month = parts is null ? null : Make(parts[0], parts[1], 1);
        return month is not null;
    }

    private static int[]? Parts(string text, Regex pattern)
    {
        var match = pattern.Match(text);
        return match.Success ? [.. match.Groups.Values.Skip(1).Where(g => g.Success).Select(g => int.Parse(g.ValueSpan, CultureInfo.InvariantCulture))] : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^([0-9]{4})(?:[-/.年] ?([0-9]{1,2})[-/.月] ?([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))(?: 0{1,2}:00(?::00)?)?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^([0-9]{4})[-/.年]?([0-9]{1,2})月?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^[0-9]{4}\.1$")]
    private static partial Regex Unclear();
}
