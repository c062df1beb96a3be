using System.Globalization;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>What an import would do with each row of a year's arrangement.</summary>
internal sealed class CalendarPlan
{
    // 全国年节及纪念日放假办法: 元旦放假1天（1月1日）, so a whole year has it.
    private const string LacksNewYear = "全年安排里没有 1 月 1 日（元旦）休息。请核对文件是不是这一年的全年安排。";
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    private CalendarPlan(IReadOnlyList<PlannedRow> rows, int year) => (Rows, Year) = (rows, year);

    public IReadOnlyList<PlannedRow> Rows { get; }

    public int Year { get; }

    public static CalendarPlan Of(KnownDays known, IReadOnlyList<ImportRow> rows, int year)
    {
        var seen = new Dictionary<DateOnly, int>();
        List<PlannedRow> planned = [.. rows.Select(row => Plan(known, row, year, seen))];
        if (planned.Count > 0 && !planned.Exists(p => p.Day is { IsWorking: false } day && day.Day == new DateOnly(year, 1, 1)))
        {
            var first = planned[0];
            planned[0] = first with { Preview = first.Preview with { Faults = [.. first.Preview.Faults, rows[0].Wrong(CalendarFields.Day, LacksNewYear)] } };
        }

        return new CalendarPlan(planned, year);
    }

    public ImportResult WriteTo(YipanqiDb db, KnownDays known, string source)
    {
        var days = Rows.Select(row => row.Day!).ToList();
        var changed = days.Where((_, i) => Rows[i].Preview.Change != RowChange.Unchanged).ToList();
        var gone = known.Published.Values.Where(p => days.TrueForAll(d => d.Day != p.Day)).ToList();
        if (changed.Count > 0 || gone.Count > 0 || known.Year is not { IsImported: true } || known.Year.Source != source)
        {
            Replace(db, known, source, days);
        }

        return new ImportResult(
            Rows.Count(row => row.Preview.Change == RowChange.Added),
            Rows.Count(row => row.Preview.Change == RowChange.Updated) + gone.Count,
            Rows.Count(row => row.Preview.Change == RowChange.Unchanged),
            [.. changed.Concat(gone).Select(d => d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            $"/calendar?year={Year}");
    }

    // Kept where they are in the file still: a row deleted and inserted in one save would meet itself in the unique index.
    private void Replace(YipanqiDb db, KnownDays known, string source, List<SpecialDay> days)
    {
        var year = known.Year ?? db.AddYear(Year);
        year.Import(source);
        var own = known.Own.ToDictionary(d => d.Day);
        foreach (var day in days)
        {
            if (own.Remove(day.Day, out var kept))
            {
                kept.Set(day.IsWorking, day.Name, "");
            }
            else
            {
                db.Add(CalendarDay.OfNotice(year, day.Day, day.IsWorking, day.Name));
            }
        }

        db.RemoveRange(own.Values);
    }

    private static PlannedRow Plan(KnownDays known, ImportRow row, int year, Dictionary<DateOnly, int> seen)
    {
        var faults = new List<ImportFault>();
        var works = CalendarFields.WorksBy(row[CalendarFields.Kind]);
        if (works is null)
        {
            faults.Add(row.Wrong(CalendarFields.Kind, $"“{row[CalendarFields.Kind]}”看不出是休息还是上班。请填“休息”或“上班”。"));
        }

        if (row[CalendarFields.Name].Length > CalendarDay.NameLength)
        {
            faults.Add(row.Wrong(CalendarFields.Name, $"节日名称最多 {CalendarDay.NameLength} 字。请缩短。"));
        }

        var day = DayOf(row, year, seen, faults);
        if (day is null || faults.Count > 0)
        {
            return new PlannedRow(null, new PreviewRow(row.Number, RowChange.Added, faults));
        }

        var special = new SpecialDay(day.Value, works!.Value, row[CalendarFields.Name]);
        if (special.IsWorking && special.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            faults.Add(row.Odd(CalendarFields.Kind, "这天是周一到周五，本来就上班。请核对日期。"));
        }

        return new PlannedRow(special, Compared(known, row.Number, special, faults));
    }

    private static PreviewRow Compared(KnownDays known, int number, SpecialDay special, List<ImportFault> faults)
    {
        if (!known.Published.TryGetValue(special.Day, out var before))
        {
            return new PreviewRow(number, RowChange.Added, faults);
        }

        return before == special
            ? new PreviewRow(number, RowChange.Unchanged, faults)
            : new PreviewRow(number, RowChange.Updated, faults, $"{Words(before)} → {Words(special)}");
    }

    private static string Words(SpecialDay day) => $"{(day.IsWorking ? CalendarFields.Works : CalendarFields.Off)} {day.Name}".TrimEnd();

    private static DateOnly? DayOf(ImportRow row, int year, Dictionary<DateOnly, int> seen, List<ImportFault> faults)
    {
        var text = row[CalendarFields.Day];
        if (Read(text) is not { } day)
        {
            faults.Add(row.Wrong(CalendarFields.Day, $"“{text}”不是日期。请写成 2027-01-01 的样子。"));
            return null;
        }

        // The last week of December may belong to the notice of the following year: 2018-12-29 was made up for New Year 2019.
        if (day.Year != year && (day.Year != year - 1 || WorkingCalendar.YearsOf([day]).Count > 0))
        {
            faults.Add(row.Wrong(CalendarFields.Day, $"{day:yyyy-MM-dd}不在{year}年的安排里。请删去这一行，或改年度。"));
        }
        else if (!seen.TryAdd(day, row.Number))
        {
            faults.Add(row.Wrong(CalendarFields.Day, $"{day:yyyy-MM-dd}在第 {seen[day]} 行已经有了。请留一行。"));
        }

        return day;
    }

    private static DateOnly? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 30_000 and < 80_000 ? SerialZero.AddDays(serial)
        : DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    /// <param name="Day">Null where the row is faulty.</param>
    internal sealed record PlannedRow(SpecialDay? Day, PreviewRow Preview);
}
