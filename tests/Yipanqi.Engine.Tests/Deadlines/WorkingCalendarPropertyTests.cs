using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Deadlines;

public class WorkingCalendarPropertyTests
{
    private static readonly DateOnly Start = new(2023, 10, 1);

    [Fact]
    public void Counting_gives_what_walking_day_by_day_gives() => ForAll((calendar, naive, from, days) =>
        calendar.AddWorkingDays(from, days) == naive.AddWorkingDays(from, days));

    [Fact]
    public void Distances_are_what_walking_day_by_day_gives() => ForAll((calendar, naive, from, days) =>
        calendar.WorkingDaysBetween(from, from.AddDays(days)) == naive.WorkingDaysBetween(from, from.AddDays(days)));

    [Fact]
    public void The_distance_to_a_day_reached_is_what_was_counted() => ForAll((calendar, _, from, days) =>
        calendar.WorkingDaysBetween(from, calendar.AddWorkingDays(from, Math.Abs(days)).Day) == Math.Abs(days) + (days == 0 && !calendar.IsWorkingDay(from) ? 1 : 0));

    [Fact]
    public void Counting_there_and_back_ends_where_it_began() => ForAll((calendar, _, from, days) =>
    {
        var start = calendar.AddWorkingDays(from, 0).Day;
        return calendar.AddWorkingDays(calendar.AddWorkingDays(start, days).Day, -days).Day == start;
    });

    [Fact]
    public void A_day_reached_is_worked() => ForAll((calendar, _, from, days) => calendar.IsWorkingDay(calendar.AddWorkingDays(from, days).Day));

    [Fact]
    public void More_days_lead_further_and_a_later_start_never_ends_earlier() => ForAll((calendar, _, from, days) =>
    {
        var due = calendar.AddWorkingDays(from, days).Day;
        return calendar.AddWorkingDays(from, days == 0 ? 2 : days + 1).Day >= due
            && (days < 1 || calendar.AddWorkingDays(from, days + 1).Day > due)
            && calendar.AddWorkingDays(from.AddDays(1), days).Day >= due;
    });

    [Fact]
    public void Distances_add_up() => ForAll((calendar, _, from, days) =>
    {
        DateOnly middle = from.AddDays(days), end = from.AddDays((2 * days) - 17);
        return calendar.WorkingDaysBetween(from, end) == calendar.WorkingDaysBetween(from, middle) + calendar.WorkingDaysBetween(middle, end)
            && calendar.WorkingDaysBetween(from, end) == -calendar.WorkingDaysBetween(end, from);
    });

    private static void ForAll(Func<WorkingCalendar, NaiveCalendar, DateOnly, int, bool> holds)
    {
        var cases = from official in Gen.Elements(true, false)
                    from special in Gen.ListOf(Gen.Zip(Gen.Choose(0, 1200), Gen.Elements(true, false)))
                    from start in Gen.Choose(0, 1200)
                    from days in Gen.Choose(-300, 300)
                    select (official, special, start, days);
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), c =>
        {
            SpecialDay[] days = c.official
                ? [.. Calendars.Official().SpecialDays]
                : [.. c.special.DistinctBy(s => s.Item1).Select(s => new SpecialDay(Start.AddDays(s.Item1), s.Item2, ""))];
            int[] years = c.official ? [2024, 2025, 2026] : [2024, 2026];
            return holds(WorkingCalendar.Of(days, years), new NaiveCalendar(days, years), Start.AddDays(c.start), c.days);
        }));
    }

    /// <summary>The rule word by word: one step a day.</summary>
    private sealed record NaiveCalendar(SpecialDay[] Days, int[] Years)
    {
        public DueDay AddWorkingDays(DateOnly from, int days)
        {
            var day = from;
            if (days == 0)
            {
                while (!Works(day))
                {
                    day = day.AddDays(1);
                }
            }

            for (var left = Math.Abs(days); left > 0; left -= Works(day) ? 1 : 0)
            {
                day = day.AddDays(Math.Sign(days));
            }

            var years = Enumerable.Range(Math.Min(from.Year, day.Year), Math.Abs(day.Year - from.Year) + 1);
            return new DueDay(day, years.Any(year => !Years.Contains(year)));
        }

        public int WorkingDaysBetween(DateOnly from, DateOnly to)
        {
            if (to < from)
            {
                return -WorkingDaysBetween(to, from);
            }

            var count = 0;
            for (var day = from; day < to;)
            {
                day = day.AddDays(1);
                count += Works(day) ? 1 : 0;
            }

            return count;
        }

        private bool Works(DateOnly day) => Array.Find(Days, special => special.Day == day && Years.Contains(day.Year)) is { } found
            ? found.IsWorking
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }
}
