using System.Globalization;
using Yipanqi.Engine.Deadlines;

namespace Yipanqi.Tool;

/// <summary>Working calendars from files with the columns date and type (holiday or makeup_workday); other columns are ignored.</summary>
internal static class CalendarFile
{
    private const string Resource = "deadlines/special_days.csv";

    /// <summary>The calendar that comes with the tool, from the notices of the State Council.</summary>
    public static WorkingCalendar Shipped() =>
        Read(CsvTable.Read(typeof(CalendarFile).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource), Resource));

    /// <summary>A calendar of one's own; it covers the years of its days.</summary>
    /// <exception cref="InputRefusedException">A row is not a day with its type, or a day is given twice.</exception>
    public static WorkingCalendar Read(string path) => Read(CsvTable.Read(path));

    private static WorkingCalendar Read(CsvTable table)
    {
        int date = table.Column("date"), type = table.Column("type");
        var days = new Dictionary<DateOnly, SpecialDay>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
        {
            var day = Day(table, row, date);
            if (!days.TryAdd(day, new SpecialDay(day, IsWorking(table, row, type), "")))
            {
                throw table.Refused(row, date, $"{day:yyyy-MM-dd} is given twice; keep the row that holds");
            }
        }

        return WorkingCalendar.Of(days.Values, WorkingCalendar.YearsOf(days.Keys));
    }

    private static DateOnly Day(CsvTable table, int row, int column) =>
        DateOnly.TryParseExact(table.Text(row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw table.Refused(row, column, $"\"{table.Text(row, column)}\" is not a day; write it like 2026-02-14");

    private static bool IsWorking(CsvTable table, int row, int column) => table.Text(row, column) switch
    {
        "makeup_workday" => true,
        "holiday" => false,
        var other => throw table.Refused(row, column, $"\"{other}\" is neither holiday nor makeup_workday; write one of them"),
    };
}
