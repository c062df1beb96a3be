using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>
/// The working calendar of a committee: the shipped arrangement with what its people imported or changed. Kept in memory by the versions of its years; one small query says whether
/// the kept one still holds.
/// </summary>
public sealed class WorkingCalendars
{
    private readonly ConcurrentDictionary<Guid, (string Stamp, WorkingCalendar Calendar)> kept = new();

    public async Task<WorkingCalendar> OfAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var stamp = await StampAsync(db, cancellation);
        if (kept.TryGetValue(db.TenantId, out var known) && known.Stamp == stamp)
        {
            return known.Calendar;
        }

        var calendar = (stamp.Length == 0 ? OwnCalendar.Empty : await OwnCalendar.ReadAsync(db, cancellation)).Over(ShippedDays.All);
        if (!db.HasJournaled)
        {
            // What this unit of work changed may still be rolled back.
            kept[db.TenantId] = (stamp, calendar);
        }

        return calendar;
    }

    /// <summary>Changes with every change of the calendar, and with nothing else: what was computed by an older one is computed anew.</summary>
    public async Task<string> StampAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var years = await db.Set<CalendarYear>().OrderBy(y => y.Year).Select(y => new { y.Year, y.Version }).ToListAsync(cancellation);
        return string.Join(' ', years.Select(y => $"{y.Year}.{y.Version}"));
    }
}
