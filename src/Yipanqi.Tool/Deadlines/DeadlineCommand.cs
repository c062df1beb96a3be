using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Yipanqi.Engine.Deadlines;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi deadline</c>: the day a term of working days ends.</summary>
internal static class DeadlineCommand
{
    public static Command Create()
    {
        var from = new Option<DateOnly>("--from") { Description = "Day the term starts from, like 2026-02-13; it is not counted itself.", Required = true, CustomParser = Day };
        var days = new Option<int>("--working-days") { Description = "Working days to count; a negative number counts back, 0 is the day itself or the next that is worked.", Required = true };
        var calendar = new Option<string?>("--calendar") { Description = "File with the columns date and type (holiday or makeup_workday) in place of the calendar that comes with the tool." };
        var command = new Command(
            "deadline",
            """
            Prints the day a term of working days ends, by the official calendar of holidays and make-up days. A term that
            touches a year without a published calendar is refused, not guessed.

            Example: yipanqi deadline --from 2026-02-13 --working-days 2
            Example: yipanqi deadline --from 2026-12-28 --working-days 10 --calendar special_days.csv
            """)
        { from, days, calendar };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(from),
            parsed.GetRequiredValue(days),
            parsed.GetValue(calendar) is { } path ? CalendarFile.Read(path) : CalendarFile.Shipped(),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(DateOnly from, int days, WorkingCalendar calendar, TextWriter output)
    {
        var due = Due(from, days, calendar);
        if (due.IsProvisional)
        {
            var missing = Enumerable.Range(Math.Min(from.Year, due.Day.Year), Math.Abs(due.Day.Year - from.Year) + 1).First(year => !calendar.Covers(year));
            throw new InputRefusedException(
                $"There is no calendar for {missing}, and the term from {from:yyyy-MM-dd} touches it; the calendar covers {Listed(calendar.Years)}. "
                + "Give one that has it with --calendar FILE once the notice is published, or choose another day or term.");
        }

        output.WriteLine(due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return 0;
    }

    private static DueDay Due(DateOnly from, int days, WorkingCalendar calendar)
    {
        try
        {
            return calendar.AddWorkingDays(from, days);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new InputRefusedException($"{days} working days from {from:yyyy-MM-dd} lie outside the years 1 to 9999; give fewer.");
        }
    }

    private static string Listed(IReadOnlyList<int> years) => years.Count > 0 ? string.Join(", ", years) : "no year";

    private static DateOnly Day(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError($"--from: \"{text}\" is not a day; write it like 2026-02-13.");
        return default;
    }
}
