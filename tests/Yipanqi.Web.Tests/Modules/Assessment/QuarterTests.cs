using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026Q3")]
    [InlineData("2026q3")]
    [InlineData(" 20263 ")]
    [InlineData("2026-Q3")]
    [InlineData("2026年第三季度")]
    [InlineData("2026年3季度")]
    public void Reads_every_way_of_writing_it(string text)
    {
        Quarter.Parse(text).ShouldBe(new Quarter(2026, 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026Q5")]
    [InlineData("2026Q0")]
    [InlineData("三季度")]
    [InlineData("12026Q3")]
    [InlineData("1900Q1")]
    public void Refuses_what_is_no_quarter(string text)
    {
        Quarter.Parse(text).ShouldBeNull();
    }

    [Fact]
    public void Knows_its_days_names_and_neighbours()
    {
        var quarter = Quarter.FromKey(20264);

        (quarter.FirstDay, quarter.LastDay).ShouldBe((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)));
        (quarter.ToString(), quarter.Chinese, quarter.Key).ShouldBe(("2026Q4", "2026年第四季度", 20264));
        (quarter.Next, quarter.Previous).ShouldBe((new Quarter(2027, 1), new Quarter(2026, 3)));
        Quarter.Of(new DateOnly(2026, 9, 30)).ShouldBe(new Quarter(2026, 3));
    }
}
