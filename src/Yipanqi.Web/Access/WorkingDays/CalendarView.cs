using Yipanqi.Engine.Deadlines;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>A year of the calendar as the page shows it.</summary>
/// <param name="Source">The notice its days come from: an address, or as written at the import; empty where none is published.</param>
/// <param name="IsImported">Whether the committee imported it.</param>
/// <param name="Version">Version of the committee's own year; 0 where it has none.</param>
/// <param name="Changes">Days a person changed, by day.</param>
/// <param name="MayManage">Whether the reader may change it.</param>
public sealed record CalendarView(int Year, WorkingCalendar Calendar, string Source, bool IsImported, int Version, IReadOnlyList<CalendarChange> Changes, bool MayManage)
{
    public bool IsCovered => Calendar.Covers(Year);

    /// <summary>The days of the year that are worked or off apart from their weekday.</summary>
    public IReadOnlyList<SpecialDay> Days { get; } = [.. Calendar.SpecialDays.Where(d => d.Day.Year == Year)];

    public int WorkingDays => Calendar.WorkingDaysBetween(new DateOnly(Year, 1, 1).AddDays(-1), new DateOnly(Year, 12, 31));

    public int WorkingDaysOf(int month) => Calendar.WorkingDaysBetween(new DateOnly(Year, month, 1).AddDays(-1), new DateOnly(Year, month, 1).AddMonths(1).AddDays(-1));
}
