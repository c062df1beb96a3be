using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>The calendar is the whole committee's: whoever manages it does so from the top of a tree.</summary>
internal static class CalendarAccess
{
    public static readonly Refusal Forbidden = new("calendar.forbidden", "", "工作日历由工委统一维护。请联系工委。");

    public static readonly Refusal Raced = new("calendar.raced", "", "没有保存。刚才有人改过这一年的日历。您填的内容还在，请核对后再保存。");

    public static bool MayManage(Actor actor) => actor.PathsFor(Permission.ManageCalendar).Any(path => Unit.DepthOf(path) == 1);

    public static Task<CalendarYear?> FindYearAsync(this YipanqiDb db, int year, CancellationToken cancellation) =>
        db.Set<CalendarYear>().SingleOrDefaultAsync(y => y.Year == year, cancellation);

    public static CalendarYear AddYear(this YipanqiDb db, int year)
    {
        var added = CalendarYear.Of(db.TenantId, year);
        db.Add(added);
        return added;
    }
}
