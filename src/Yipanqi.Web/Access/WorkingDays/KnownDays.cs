using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>What is known of a year before an import: the committee's own days of its notice, or the shipped ones.</summary>
internal sealed record KnownDays(CalendarYear? Year, IReadOnlyList<CalendarDay> Own, IReadOnlyDictionary<DateOnly, SpecialDay> Published)
{
    public static async Task<KnownDays> ReadAsync(YipanqiDb db, int year, CancellationToken cancellation)
    {
        var known = await db.FindYearAsync(year, cancellation);
        List<CalendarDay> own = known is null ? [] : await db.Set<CalendarDay>().Where(d => d.YearId == known.Id && !d.IsChange).ToListAsync(cancellation);
        var published = known is { IsImported: true }
            ? own.Select(d => new SpecialDay(d.Day, d.IsWorking, d.Name))
            : ShippedDays.All.Where(d => d.Day.Year == year);
        return new KnownDays(known, own, published.ToDictionary(d => d.Day));
    }
}
