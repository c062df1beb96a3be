using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>What a committee imported or changed, laid over the shipped arrangement: a changed day goes before a notice, a later notice before an earlier, an import before what is shipped.</summary>
internal sealed record OwnCalendar(IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarDay> Days)
{
    public static readonly OwnCalendar Empty = new([], []);

    public static async Task<OwnCalendar> ReadAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var years = await db.Set<CalendarYear>().AsNoTracking().OrderBy(y => y.Year).ToListAsync(cancellation);
        return years.Count == 0 ? Empty : new(years, await db.Set<CalendarDay>().AsNoTracking().OrderBy(d => d.Day).ToListAsync(cancellation));
    }

    public WorkingCalendar Over(IReadOnlyList<SpecialDay> shipped)
    {
        var imported = Years.Where(y => y.IsImported).Select(y => y.Year).ToHashSet();
        var days = shipped.Where(d => !imported.Contains(d.Day.Year)).ToDictionary(d => d.Day);
        var noticeOf = Years.ToDictionary(y => y.Id, y => y.Year);
        foreach (var day in Days.OrderBy(d => d.IsChange).ThenBy(d => noticeOf[d.YearId]))
        {
            days[day.Day] = new SpecialDay(day.Day, day.IsWorking, day.Name);
        }

        return WorkingCalendar.Of(days.Values, [.. WorkingCalendar.YearsOf(shipped.Select(d => d.Day)).Union(imported)]);
    }
}
