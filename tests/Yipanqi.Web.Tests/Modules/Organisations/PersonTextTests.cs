using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PersonTextTests
{
    [Theory]
    [InlineData("2021-07-01", "2021-07-01")]
    [InlineData("2021.7.1", "2021-07-01")]
    [InlineData("2021/7/1", "2021-07-01")]
    [InlineData("2021年7月1日", "2021-07-01")]
    [InlineData("20210701", "2021-07-01")]
    [InlineData("44378", "2021-07-01")]
    [InlineData("2021-07-01 00:00:00", "2021-07-01")]
    [InlineData("", "")]
    [InlineData("2021-02-29", null)]
    [InlineData("202107", null)]
    [InlineData("七月一日", null)]
    public void Reads_days_as_people_and_spreadsheets_write_them(string text, string? day)
    {
        var read = DayText.TryRead(text, out var found);

        (read ? DayText.Write(found) : null).ShouldBe(day);
    }

    [Theory]
    [InlineData("1985-01", "1985-01")]
    [InlineData("1985.10", "1985-10")]
    [InlineData("198510", "1985-10")]
    [InlineData("1985年1月", "1985-01")]
    [InlineData("1985-01-15", "1985-01")]
    [InlineData("31048", "1985-01")]
    [InlineData("1985.1", null)]
    [InlineData("1985-13", null)]
    public void Reads_months_but_not_one_that_may_be_January_or_October(string text, string? month)
    {
        var read = DayText.TryReadMonth(text, out var found);

        (read ? DayText.WriteMonth(found) : null).ShouldBe(month);
    }

    [Theory]
    [InlineData("13800138000", "138****8000")]
    [InlineData("+8613800138000", "+86****8000")]
    [InlineData("55501234", "******34")]
    [InlineData("", "")]
    public void Masks_telephone_numbers(string number, string masked) => NumberText.MaskPhone(number).ShouldBe(masked);

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491231002", false)]
    [InlineData("", true)]
    public void Checks_the_last_digit_of_an_identity_number(string number, bool right) => (NumberText.IdentityFault(number) is null).ShouldBe(right);
}
