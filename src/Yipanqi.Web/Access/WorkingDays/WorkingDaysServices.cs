using System.Globalization;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>The calendar of working days: its page, changes, import and export.</summary>
public static class WorkingDaysServices
{
    public static IServiceCollection AddWorkingDays(this IServiceCollection services)
    {
        services.AddSingleton<WorkingCalendars>();
        services.AddSingleton<CalendarQuery>();
        services.AddSingleton<ChangeDay>();
        services.AddSingleton<RestoreDay>();
        services.AddSingleton<IImportTarget, CalendarImport>();
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "工作日历", "/calendar", "calendar", 90) { AnyOf = [nameof(Permission.ViewUnits)] });
        return services;
    }

    public static void MapWorkingDays(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/export", [Needs(Permission.ViewUnits)] async (HttpContext http, string? year, string? format, CalendarQuery calendars, TimeProvider clock, CancellationToken cancellation) =>
        {
            var view = await calendars.FindAsync(http.Actor(), CalendarQuery.YearOf(year, clock), cancellation);
            return TableDownload.Of(format, $"工作日历{view.Year}", [.. CalendarFields.All.Select(f => new TableColumn(f.Label))], Rows(view));
        });

    // In the order of the import's fields: what was exported can be imported again and changes nothing.
    private static IEnumerable<IReadOnlyList<TableCell>> Rows(CalendarView view) =>
        from day in view.Days
        select (IReadOnlyList<TableCell>)[day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.IsWorking ? CalendarFields.Works : CalendarFields.Off, day.Name];
}
