using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// Keeps what was generated true: provisional due days are counted again once the year's calendar is there, and what a closed unit did not finish ends. Set
/// operations, each with one journal entry; where nothing is to be done nothing is written.
/// </summary>
public sealed class SettleObligations(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    /// <param name="Recounted">Obligations whose due day no longer waits for a calendar.</param>
    /// <param name="Ended">Obligations of closed units.</param>
    public sealed record Answer(int Recounted, int Ended);

    public Task<Outcome<Answer>> RunAsync(Guid tenantId, CancellationToken cancellation) => unitOfWork.WriteAsync<Answer>(
        tenantId, async db => new Answer(await RecountAsync(db, cancellation), await EndAsync(db, cancellation)), cancellation);

    private async Task<int> RecountAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var waiting = await (
            from o in db.Set<Obligation>()
            where o.IsProvisional
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            group o by new { o.DutyId, o.PeriodKey, o.DueDay, d.Frequency, d.DueAnchor, d.DueOffset } into g
            select g.Key).ToListAsync(cancellation);
        var calendar = await calendars.OfAsync(db, cancellation);
        var recounted = 0;
        foreach (var one in waiting)
        {
            var year = one.PeriodKey == DutyPeriod.OnceKey ? one.DueDay.Year : int.Parse(one.PeriodKey[..4], System.Globalization.CultureInfo.InvariantCulture);
            var period = DutyPeriod.Of(one.Frequency, year).First(p => p.Key == one.PeriodKey);
            var due = new DueRule(one.DueAnchor, one.DueOffset, true).DayOf(period, calendar);
            if (!due.IsProvisional)
            {
                recounted += await db.Set<Obligation>().Where(o => o.DutyId == one.DutyId && o.PeriodKey == one.PeriodKey && o.IsProvisional && !o.IsExtended)
                    .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueDay, due.Day).SetProperty(o => o.IsProvisional, false).SetProperty(o => o.Version, o => o.Version + 1), cancellation);
            }
        }

        await JournalAsync(db, recounted, "obligation.recounted", cancellation);
        return recounted;
    }

    private async Task<int> EndAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var closed = db.Set<Unit>().Where(u => u.ClosedDay != null);
        var ended = await db.Set<Obligation>()
            .Where(o => (o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned) && closed.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId && u.ClosedDay <= o.DueDay))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, ObligationState.Ended).SetProperty(o => o.Version, o => o.Version + 1), cancellation);
        await JournalAsync(db, ended, "obligation.ended", cancellation);
        return ended;
    }

    private async Task JournalAsync(YipanqiDb db, int count, string action, CancellationToken cancellation)
    {
        if (count > 0)
        {
            await db.SaveAsync(new Change(null, clock.GetUtcNow().UtcDateTime, action, nameof(Obligation), null, "", JsonSerializer.Serialize(new { count })), cancellation);
        }
    }
}
