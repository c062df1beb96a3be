using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// What waits for a person: overdue, near by its duty's reminder, returned to them; and what waits for their decision. One query. Neither provisional days nor what records tell.
/// </summary>
public sealed class WaitingDuties(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock) : IWaitingCount
{
    /// <summary>Calendar days in which the longest reminder (60 working days) has passed, the longest holidays among them.</summary>
    private const int FarthestDays = 120;

    /// <summary>Of a row that waits for a decision.</summary>
    private const int ToDecide = -1;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation) => !actor.Can(Permission.ViewDuties)
        ? new Dictionary<string, int>()
        : await unitOfWork.ReadAsync(actor.TenantId, db => ReadAsync(db, actor, ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime), cancellation), cancellation);

    private async Task<Dictionary<string, int>> ReadAsync(YipanqiDb db, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var far = today.AddDays(FarthestDays);
        var mine =
            from o in db.Mine(actor, today)
            where !o.IsComputed && !o.IsProvisional && (o.State == ObligationState.Returned || ((o.State == ObligationState.Open || o.State == ObligationState.Claimed) && o.DueDay <= far))
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            group o by new { Day = o.State == ObligationState.Returned ? today : o.DueDay, d.ReminderDays } into g
            select new { g.Key.Day, g.Key.ReminderDays, Count = g.Count() };
        var toDecide = db.Waiting(actor).Take(Listing.CountedAtMost).GroupBy(o => ToDecide).Select(g => new { Day = g.Min(o => o.DueDay), ReminderDays = g.Key, Count = g.Count() });
        var rows = await (actor.Can(Permission.AcceptDuties) ? mine.Concat(toDecide) : mine).ToListAsync(cancellation);
        var calendar = rows.Count == 0 ? null : await calendars.OfAsync(db, cancellation);
        var counts = new Dictionary<string, int>
        {
            [Addresses.MyDue] = rows.Where(r => r.ReminderDays != ToDecide && IsNear(r.Day, r.ReminderDays, today, calendar!)).Sum(r => r.Count),
            [Addresses.ToDecide] = rows.Where(r => r.ReminderDays == ToDecide).Sum(r => r.Count),
        };
        return counts.Where(c => c.Value > 0).ToDictionary();
    }

    /// <summary>Due by today, or within its reminder.</summary>
    internal static bool IsNear(DateOnly due, int reminderDays, DateOnly today, WorkingCalendar calendar) => due <= today || calendar.WorkingDaysBetween(today, due) <= reminderDays;
}
