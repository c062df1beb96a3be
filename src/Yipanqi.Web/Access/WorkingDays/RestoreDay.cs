using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>Puts a changed day back to what the published arrangement says, with the reason.</summary>
public sealed class RestoreDay(UnitOfWork unitOfWork, TimeProvider clock)
{
    private static readonly Refusal Absent = new("calendar.absent", "", "没有这处改动，或者刚才已经有人撤回。");

    public async Task<Outcome<DateOnly>> RunAsync(Actor actor, Guid dayId, string reason, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, dayId, reason, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return CalendarAccess.Raced;
        }
    }

    private async Task<Outcome<DateOnly>> SaveAsync(YipanqiDb db, Actor actor, Guid dayId, string reason, CancellationToken cancellation)
    {
        if (!CalendarAccess.MayManage(actor))
        {
            return CalendarAccess.Forbidden;
        }

        if (await db.Set<CalendarDay>().SingleOrDefaultAsync(d => d.Id == dayId && d.IsChange, cancellation) is not { } day)
        {
            return Absent;
        }

        if (reason.Length is 0 or > CalendarDay.ReasonLength)
        {
            return new Refusal("calendar.reason", "Reason", $"请写明依据或原因，{CalendarDay.ReasonLength} 字以内。");
        }

        var year = await db.Set<CalendarYear>().SingleAsync(y => y.Id == day.YearId, cancellation);
        year.ChangeDay();
        db.Remove(day);
        var detail = JsonSerializer.Serialize(new { day = day.Day, works = day.IsWorking });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "calendar.day-restored", nameof(CalendarYear), year.Id, reason, detail), cancellation);
        return day.Day;
    }
}
