using System.Globalization;
using System.Reflection;
using Yipanqi.Engine.Deadlines;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>The official arrangement that ships with the platform (special_days.csv): its days and, for each year, the address of the notice.</summary>
public static class ShippedDays
{
    public static IReadOnlyList<SpecialDay> All { get; }

    public static IReadOnlyDictionary<int, string> Notices { get; }

    static ShippedDays()
    {
        var rows = Rows().ToList();
        All = [.. rows.Select(row => row.Day)];
        Notices = rows.GroupBy(row => row.Day.Day.Year).ToDictionary(year => year.Key, year => year.First().Notice);
    }

    private static IEnumerable<(SpecialDay Day, string Notice)> Rows()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("access/special_days.csv")
            ?? throw new InvalidOperationException("The working calendar is not in the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return (new SpecialDay(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[1] == "makeup_workday", cells[2]), cells[3]);
        }
    }
}
