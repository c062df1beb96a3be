using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Tool;

public class DeadlineCommandTests
{
    [Theory]
    [InlineData("2026-02-13", "2", "2026-02-24")]
    [InlineData("2026-02-24", "-1", "2026-02-14")]
    [InlineData("2026-02-17", "0", "2026-02-24")]
    [InlineData("2025-12-31", "1", "2026-01-04")]
    public void Prints_the_day_the_term_ends(string from, string days, string due)
    {
        var run = CommandLine.Run("deadline", "--from", from, "--working-days", days);

        run.ShouldBe(new CommandLine(0, due + "\n", ""));
    }

    [Theory]
    [InlineData("2026-12-31", "1", "2027")]
    [InlineData("2024-01-05", "-5", "2023")]
    [InlineData("2030-05-01", "3", "2030")]
    public void Refuses_a_term_that_touches_a_year_without_calendar(string from, string days, string year)
    {
        var run = CommandLine.Run("deadline", "--from", from, "--working-days", days);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"There is no calendar for {year}, and the term from {from} touches it; the calendar covers 2024, 2025, 2026. ");
    }

    [Fact]
    public void A_file_takes_the_place_of_the_shipped_calendar()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("days.csv", "date,year,type\n2026-12-26,2026,makeup_workday\n2027-01-01,2027,holiday\n2027-01-04,2027,holiday\n");

        var inside = CommandLine.Run("deadline", "--from", "2027-01-01", "--working-days", "1", "--calendar", file);
        var outside = CommandLine.Run("deadline", "--from", "2026-12-31", "--working-days", "1", "--calendar", file);

        inside.ShouldBe(new CommandLine(0, "2027-01-05\n", ""));
        outside.Error.ShouldStartWith("There is no calendar for 2026, ");
    }

    [Theory]
    [InlineData("2027-13-01,holiday", "column date: \"2027-13-01\" is not a day")]
    [InlineData("2027-01-01,free", "column type: \"free\" is neither holiday nor makeup_workday")]
    [InlineData("2027-01-02,holiday\n2027-01-02,makeup_workday", "column date: 2027-01-02 is given twice")]
    public void A_faulty_row_is_named(string rows, string says)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("days.csv", $"date,type\n{rows}\n");

        var run = CommandLine.Run("deadline", "--from", "2027-01-01", "--working-days", "1", "--calendar", file);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"{file}, row {1 + rows.Split('\n').Length}, ");
        run.Error.ShouldContain(says);
    }

    [Fact]
    public void A_term_beyond_all_years_is_refused()
    {
        var run = CommandLine.Run("deadline", "--from", "2026-01-05", "--working-days", "2000000000");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("lie outside the years 1 to 9999");
    }
}
