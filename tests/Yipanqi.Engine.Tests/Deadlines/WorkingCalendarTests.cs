using Yipanqi.Engine.Deadlines;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Deadlines;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Official = Calendars.Official();

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // Friday; the Saturday before Spring Festival is worked
    [InlineData("2026-02-13", 2, "2026-02-24")] // 15 to 23 February are off
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-16", 5, "2026-02-28")] // 24, 25, 26, 27 and the Saturday made up for
    [InlineData("2026-02-24", -1, "2026-02-14")]
    [InlineData("2026-02-20", -2, "2026-02-13")]
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-02-27", 2, "2026-03-02")]
    [InlineData("2026-01-01", 1, "2026-01-04")] // a Sunday made up for
    [InlineData("2026-09-18", 5, "2026-09-24")] // Sunday the 20th is worked: 20, 21, 22, 23, 24
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    public void Counts_over_holidays_and_days_made_up_for(string from, int days, string due) =>
        Official.AddWorkingDays(Day(from), days).ShouldBe(new DueDay(Day(due), false));

    [Theory]
    [InlineData("2026-02-13", "2026-02-13")]
    [InlineData("2026-02-14", "2026-02-14")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2026-03-07", "2026-03-09")]
    public void No_days_is_the_day_itself_or_the_next_that_is_worked(string from, string due) =>
        Official.AddWorkingDays(Day(from), 0).Day.ShouldBe(Day(due));

    [Theory]
    [InlineData("2026-02-13", "2026-02-24", 2)]
    [InlineData("2026-02-24", "2026-02-13", -2)]
    [InlineData("2026-02-15", "2026-02-23", 0)]
    [InlineData("2026-02-14", "2026-02-14", 0)]
    [InlineData("2026-03-07", "2026-03-09", 1)]
    public void Working_days_between_two_days_leave_out_the_first_and_take_in_the_last(string from, string to, int days) =>
        Official.WorkingDaysBetween(Day(from), Day(to)).ShouldBe(days);

    [Fact]
    public void The_shipped_years_have_the_working_days_of_the_published_calendar()
    {
        Official.Years.ShouldBe([2024, 2025, 2026]);
        Official.Years.Select(year => Official.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31))).ShouldBe([251, 248, 248]);
    }

    [Fact]
    public void A_day_reached_through_a_year_without_calendar_is_provisional_and_heeds_weekends_alone()
    {
        Official.Covers(2027).ShouldBeFalse();
        Official.IsWorkingDay(Day("2027-01-01")).ShouldBeTrue();
        Official.AddWorkingDays(Day("2026-12-31"), 1).ShouldBe(new DueDay(Day("2027-01-01"), true));
        Official.AddWorkingDays(Day("2026-12-30"), 1).ShouldBe(new DueDay(Day("2026-12-31"), false));
        Official.AddWorkingDays(Day("2027-01-04"), -3).ShouldBe(new DueDay(Day("2026-12-30"), true));

        var gap = WorkingCalendar.Of([], [2023, 2025]);
        gap.AddWorkingDays(Day("2023-12-29"), 300).IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void Special_days_of_a_year_that_is_not_covered_are_left_out()
    {
        var calendar = WorkingCalendar.Of([new(Day("2027-01-01"), false, "元旦"), new(Day("2026-01-01"), false, "元旦")], [2026]);

        calendar.IsWorkingDay(Day("2027-01-01")).ShouldBeTrue();
        calendar.SpecialDays.ShouldHaveSingleItem().Day.ShouldBe(Day("2026-01-01"));
    }

    [Fact]
    public void The_last_week_of_December_tells_nothing_of_its_own_year()
    {
        WorkingCalendar.YearsOf([Day("2018-12-29"), Day("2018-12-31"), Day("2019-01-01"), Day("2021-10-01")]).ShouldBe([2019, 2021]);
        WorkingCalendar.YearsOf([Day("2018-12-24")]).ShouldBe([2018]);
    }

    [Fact]
    public void A_special_day_that_agrees_with_its_weekday_changes_nothing()
    {
        var calendar = WorkingCalendar.Of([new(Day("2026-03-07"), false, "周六"), new(Day("2026-03-09"), true, "周一")], [2026]);

        calendar.WorkingDaysBetween(Day("2026-03-01"), Day("2026-03-31")).ShouldBe(22);
    }

    [Fact]
    public void Refuses_a_day_given_twice_and_a_day_beyond_the_calendar()
    {
        Should.Throw<ArgumentException>(() => WorkingCalendar.Of([new(Day("2026-01-01"), false, "元旦"), new(Day("2026-01-01"), true, "元旦")], [2026]))
            .Message.ShouldStartWith("2026-01-01 is given twice");
        Should.Throw<ArgumentOutOfRangeException>(() => Official.AddWorkingDays(Day("9999-12-30"), 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Official.AddWorkingDays(Day("0001-01-02"), -2));
        Should.Throw<ArgumentOutOfRangeException>(() => Official.AddWorkingDays(Day("2026-01-02"), int.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Official.AddWorkingDays(Day("2026-01-02"), int.MinValue));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
