using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class DueRuleTests
{
    private static readonly WorkingCalendar Shipped = OwnCalendar.Empty.Over(ShippedDays.All);

    [Theory]
    [InlineData("期末", "2026M09", "2026-09-30", false)]
    [InlineData("期末前3个工作日", "2026M09", "2026-09-24", false)]
    [InlineData("期初后10日", "2026Q4", "2026-10-11", false)]
    [InlineData("期初后5个工作日", "2026Q4", "2026-10-13", false)]
    [InlineData("期末后10个工作日", "2026", "2027-01-14", true)]
    [InlineData("期末后30日", "2026", "2027-01-30", false)]
    public void Counts_from_its_period_over_the_official_calendar(string rule, string period, string day, bool isProvisional)
    {
        var frequency = period[^3..] switch { "M09" => DutyFrequency.Monthly, _ => period.Contains('Q') ? DutyFrequency.Quarterly : DutyFrequency.Yearly };

        var due = DueRule.Parse(rule)!.DayOf(DutyPeriod.Of(frequency, 2026).Single(p => p.Key == period), Shipped);

        (due.Day, due.IsProvisional).ShouldBe((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), isProvisional));
    }

    [Theory, InlineData("期末"), InlineData("期初"), InlineData("期末前5个工作日"), InlineData("期初后10日"), InlineData("期末后0个工作日")]
    public void Is_written_as_it_was_read(string text) => DueRule.Parse(text)!.Write().ShouldBe(text);

    [Theory, InlineData(""), InlineData("尽快"), InlineData("期末前"), InlineData("期末前5周"), InlineData("期末前999日"), InlineData("5个工作日")]
    public void Is_nothing_else(string text) => DueRule.Parse(text).ShouldBeNull();

    [Fact]
    public void Reads_days_after_an_event() => DueRule.Parse("发生后3个工作日").ShouldBe(new DueRule(DueAnchor.Start, 3, true));

    [Theory]
    [InlineData("2026M09", "2026年9月"), InlineData("2026Q3", "2026年第三季度"), InlineData("2026H1", "2026年上半年"), InlineData("2026", "2026年"), InlineData("once", "一次")]
    public void Names_periods_as_people_do(string key, string words) => DutyPeriod.Write(new T(), key).ShouldBe(words);

    [Theory]
    [InlineData(DutyFrequency.Monthly, 12), InlineData(DutyFrequency.Quarterly, 4), InlineData(DutyFrequency.HalfYearly, 2), InlineData(DutyFrequency.Yearly, 1), InlineData(DutyFrequency.Once, 1), InlineData(DutyFrequency.OnEvent, 0)]
    public void Divides_a_year_without_gap(DutyFrequency frequency, int count)
    {
        var periods = DutyPeriod.Of(frequency, 2026);

        periods.Count.ShouldBe(count);
        periods.Zip(periods.Skip(1)).ShouldAllBe(p => p.First.Last.AddDays(1) == p.Second.First);
    }
}
