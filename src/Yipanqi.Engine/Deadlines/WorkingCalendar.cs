namespace Yipanqi.Engine.Deadlines;

/// <summary>
/// Working days by the official arrangement: Monday to Friday are worked, the special days of the covered years decide otherwise. Immutable.
/// </summary>
/// <remarks>
/// Source: 《全国年节及纪念日放假办法》 and the yearly notice 国务院办公厅关于部分节假日安排的通知, published about November for the year that follows.
/// That notice can move days at the end of December before it (2018-12-29 was worked for New Year 2019), so a year is known for good only with the notice of the next one.
/// Cost: one question about a day is a binary search over the special days; reaching a due day about twenty of them.
/// </remarks>
public sealed class WorkingCalendar
{
    /// <summary>From this day of December on, special days come with the notice of the following year: New Year's Day is one day off, joined to a weekend at most.</summary>
    private const int NextYearsNoticeFrom = 25;
    private const int DaysOfWeek = 7;
    private const int WorkingDaysOfWeek = 5;
    private readonly HashSet<int> _years;
    private readonly int[] _exceptions;
    private readonly int[] _gains;

    private WorkingCalendar(SpecialDay[] days, HashSet<int> years)
    {
        (SpecialDays, _years, Years) = (days, years, [.. years.Order()]);
        var exceptions = days.Where(day => day.IsWorking != IsWeekday(day.Day)).ToArray();
        _exceptions = [.. exceptions.Select(exception => exception.Day.DayNumber)];
        _gains = new int[exceptions.Length + 1];
        for (var i = 0; i < exceptions.Length; i++)
        {
            _gains[i + 1] = _gains[i] + (exceptions[i].IsWorking ? 1 : -1);
        }
    }

    /// <summary>The special days of the covered years, by day.</summary>
    public IReadOnlyList<SpecialDay> SpecialDays { get; }

    /// <summary>The covered years, ascending.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Makes a calendar.</summary>
    /// <param name="days">Special days in any order. Those of years that are not covered are left out: half a year's arrangement would be a guess.</param>
    /// <param name="years">Years whose arrangement is known whole.</param>
    /// <exception cref="ArgumentException">A day is given twice; keep the one that holds.</exception>
    public static WorkingCalendar Of(IReadOnlyCollection<SpecialDay> days, IReadOnlyCollection<int> years)
    {
        var covered = years.ToHashSet();
        SpecialDay[] sorted = [.. days.Where(day => covered.Contains(day.Day.Year)).OrderBy(day => day.Day)];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Day == sorted[i - 1].Day)
            {
                throw new ArgumentException($"{sorted[i].Day:yyyy-MM-dd} is given twice; keep the one that holds.", nameof(days));
            }
        }

        return new WorkingCalendar(sorted, covered);
    }

    /// <summary>
    /// The years whose arrangement a list of special days tells: those of its days, except that the last week of December belongs to the notice of the following year and
    /// says nothing about its own.
    /// </summary>
    public static IReadOnlyList<int> YearsOf(IEnumerable<DateOnly> specialDays) =>
        [.. specialDays.Where(day => day.Month != 12 || day.Day < NextYearsNoticeFrom).Select(day => day.Year).Distinct().Order()];

    /// <summary>Whether the arrangement of a year is known.</summary>
    public bool Covers(int year) => _years.Contains(year);

    /// <summary>Whether a day is worked; by its weekday alone in a year that is not covered.</summary>
    public bool IsWorkingDay(DateOnly day)
    {
        var found = Array.BinarySearch(_exceptions, day.DayNumber);
        return found < 0 ? IsWeekday(day) : _gains[found + 1] > _gains[found];
    }

    /// <summary>The day reached by counting working days.</summary>
    /// <param name="from">The day the count starts from; it is not counted itself.</param>
    /// <param name="days">
    /// Working days to count: the n-th working day after <paramref name="from"/>, for −n the n-th before it; for 0 <paramref name="from"/> itself or, when it is not worked, the next working day.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 1 to 9999; count fewer days.</exception>
    public DueDay AddWorkingDays(DateOnly from, int days)
    {
        var before = from.DayNumber - (days > 0 ? 0 : 1);
        var day = Reaching((long)WorkedUpTo(before) + days + (days > 0 ? 0 : 1), days);
        var (first, last) = from < day ? (from, day) : (day, from);
        var isProvisional = false;
        for (var year = first.Year; year <= last.Year && !isProvisional; year++)
        {
            isProvisional = !Covers(year);
        }

        return new DueDay(day, isProvisional);
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and with <paramref name="to"/>; with the days exchanged the same number negative, so that distances add up:
    /// between(a, c) = between(a, b) + between(b, c).
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => WorkedUpTo(to.DayNumber) - WorkedUpTo(from.DayNumber);

    // DateOnly.MinValue, day number 0, is a Monday.
    private static bool IsWeekday(DateOnly day) => day.DayNumber % DaysOfWeek < WorkingDaysOfWeek;

    /// <summary>Working days from the first Monday of the calendar up to and with a day, given by number; −1 is the day before it.</summary>
    private int WorkedUpTo(int dayNumber)
    {
        var (weeks, rest) = Math.DivRem(dayNumber + 1, DaysOfWeek);
        var next = Array.BinarySearch(_exceptions, dayNumber);
        return (WorkingDaysOfWeek * weeks) + Math.Min(rest, WorkingDaysOfWeek) + _gains[next < 0 ? ~next : next + 1];
    }

    /// <summary>The first day up to which that many days are worked: the last of them.</summary>
    private DateOnly Reaching(long worked, int days)
    {
        int low = 0, high = DateOnly.MaxValue.DayNumber;
        if (worked < 1 || worked > WorkedUpTo(high))
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "The day lies outside the years 1 to 9999; count fewer days.");
        }

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = WorkedUpTo(middle) < worked ? (middle + 1, high) : (low, middle);
        }

        return DateOnly.FromDayNumber(low);
    }
}
