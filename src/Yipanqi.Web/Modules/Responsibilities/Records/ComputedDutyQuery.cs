using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The record behind an obligation that is computed, for its page: asked only for one the reader sees already.</summary>
public sealed class ComputedDutyQuery(UnitOfWork unitOfWork, WorkingCalendars calendars, IEnumerable<IDutyRecords> sources, TimeProvider clock)
{
    /// <summary>Null where it is not there yet.</summary>
    public async Task<DutyRecord?> FindAsync(Actor actor, ObligationView view, CancellationToken cancellation)
    {
        var (row, duty, today) = (view.Row, view.Duty, ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime));
        return sources.FirstOrDefault(s => s.Kind.Name == duty.ComputedFrom) is not { } source ? null : await unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var first = duty.Due.PeriodOf(row.PeriodKey, duty.Frequency, row.DueDay, await calendars.OfAsync(db, cancellation)).First;
                var found = await source.ReadAsync(db, new DutyRecordSpan(first, row.DueDay, today), new Dictionary<string, Guid> { [view.UnitPath] = row.UnitId }, cancellation);
                return found.GetValueOrDefault(row.UnitId);
            },
            cancellation);
    }
}
