using System.Globalization;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>A year of the working calendar, and which years there are.</summary>
public sealed class CalendarQuery(UnitOfWork unitOfWork, WorkingCalendars calendars)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2099;

    /// <summary>The year an address asks for; the present one where it asks for none.</summary>
    public static int YearOf(string? asked, TimeProvider clock) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;

    public Task<CalendarView> FindAsync(Actor actor, int year, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var calendar = await calendars.OfAsync(db, cancellation);
            var own = await OwnCalendar.ReadAsync(db, cancellation);
            var found = own.Years.FirstOrDefault(y => y.Year == year);
            var source = found is { IsImported: true } ? found.Source : ShippedDays.Notices.GetValueOrDefault(year, "");
            CalendarChange[] changes = [.. own.Days.Where(d => d.IsChange && d.YearId == found?.Id).Select(d => new CalendarChange(d.Id, d.Day, d.IsWorking, d.Name, d.Reason))];
            return new CalendarView(year, calendar, source, found is { IsImported: true }, found?.Version ?? 0, changes, CalendarAccess.MayManage(actor));
        },
        cancellation);
}
