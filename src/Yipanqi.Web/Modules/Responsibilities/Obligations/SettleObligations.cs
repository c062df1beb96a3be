using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// Keeps what was generated true: due days of what is still to be done are counted again when the calendar changed, and what a closed unit did not finish ends. Set
/// operations, each with one journal entry; where nothing is to be done nothing is written.
/// </summary>
public sealed class SettleObligations(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    // By tenant, the calendar by which its due days were counted last; forgotten with the process, and then counted once more.
    private readonly ConcurrentDictionary<Guid, string> counted = new();

    /// <param name="Recounted">Obligations whose due day changed or no longer waits for a calendar.</param>
    /// <param name="Ended">Obligations of closed units.</param>
    public sealed record Answer(int Recounted, int Ended);

    public async Task<Outcome<Answer>> RunAsync(Guid tenantId, CancellationToken cancellation)
    {
        var recounted = await RecountAsync(tenantId, cancellation);
        return await unitOfWork.WriteAsync<Answer>(tenantId, async db => new Answer(recounted, await EndAsync(db, cancellation)), cancellation);
    }

    /// <summary>Counts due days again where the calendar is another than the last time; else a small query is all.</summary>
    public async Task<int> RecountAsync(Guid tenantId, CancellationToken cancellation)
    {
        var stamp = await unitOfWork.ReadAsync(tenantId, db => calendars.StampAsync(db, cancellation), cancellation);
        if (counted.TryGetValue(tenantId, out var last) && last == stamp)
        {
            return 0;
        }

        var recounted = await unitOfWork.WriteAsync<int>(tenantId, async db => await RecountAsync(db, cancellation), cancellation);
        counted[tenantId] = stamp;
        return recounted.Value;
    }

    // What was reported keeps its day, unless that waited for the calendar; an allowed extension is nobody's rule.
    private async Task<int> RecountAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var rows = db.Set<Obligation>().Where(o => !o.IsExtended && (o.IsProvisional || o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned));
        var days = await (
            from o in rows
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            where d.DueInWorkingDays
            group o by new { o.DutyId, o.PeriodKey, o.DueDay, o.IsProvisional, d.Frequency, d.DueAnchor, d.DueOffset } into g
            select g.Key).ToListAsync(cancellation);
        var calendar = await calendars.OfAsync(db, cancellation);
        var recounted = 0;
        foreach (var one in days)
        {
            var rule = new DueRule(one.DueAnchor, one.DueOffset, true);
            var due = rule.DayOf(rule.PeriodOf(one.PeriodKey, one.Frequency, one.DueDay, calendar), calendar);
            if (due != new DueDay(one.DueDay, one.IsProvisional))
            {
                recounted += await rows.Where(o => o.DutyId == one.DutyId && o.PeriodKey == one.PeriodKey && o.DueDay == one.DueDay && o.IsProvisional == one.IsProvisional)
                    .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueDay, due.Day).SetProperty(o => o.IsProvisional, due.IsProvisional).SetProperty(o => o.Version, o => o.Version + 1), cancellation);
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
