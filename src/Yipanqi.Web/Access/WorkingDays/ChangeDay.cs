using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>Says of one day that it is worked or off, apart from the published arrangement, with the reason: a typhoon, a local holiday, a mistake in the import.</summary>
public sealed class ChangeDay(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    /// <param name="Version">Version of the year as the form was made; 0 where nothing of it was changed yet.</param>
    public sealed record Input(int Year, int Version, DateOnly? Day, bool? IsWorking, string Name, string Reason);

    public async Task<Outcome<DateOnly>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return CalendarAccess.Raced;
        }
    }

    private async Task<Outcome<DateOnly>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!CalendarAccess.MayManage(actor))
        {
            return CalendarAccess.Forbidden;
        }

        var refusals = Check(input, await calendars.OfAsync(db, cancellation)).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<DateOnly>.Refused(refusals);
        }

        var (day, isWorking) = (input.Day!.Value, input.IsWorking!.Value);
        var year = await db.FindYearAsync(day.Year, cancellation);
        if ((year?.Version ?? 0) != input.Version)
        {
            return CalendarAccess.Raced;
        }

        year ??= db.AddYear(day.Year);
        year.ChangeDay();
        var changed = await db.Set<CalendarDay>().SingleOrDefaultAsync(d => d.YearId == year.Id && d.Day == day && d.IsChange, cancellation);
        if (changed is null)
        {
            db.Add(CalendarDay.Changed(year, day, isWorking, input.Name, input.Reason));
        }
        else
        {
            changed.Set(isWorking, input.Name, input.Reason);
        }

        var detail = JsonSerializer.Serialize(new { day, works = isWorking });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "calendar.day-changed", nameof(CalendarYear), year.Id, input.Reason, detail), cancellation);
        return day;
    }

    private static IEnumerable<Refusal> Check(Input input, Engine.Deadlines.WorkingCalendar calendar)
    {
        if (!calendar.Covers(input.Year))
        {
            yield return new Refusal("calendar.day", nameof(input.Day), $"{input.Year}年的放假安排还没有导入。请先导入全年安排，再改其中的一天。");
        }
        else if (input.Day is not { } day || day.Year != input.Year)
        {
            yield return new Refusal("calendar.day", nameof(input.Day), $"请选{input.Year}年的一天；改其他年份请先换年度。");
        }
        else if (input.IsWorking == calendar.IsWorkingDay(day))
        {
            yield return new Refusal("calendar.day", nameof(input.IsWorking), $"{day:yyyy-MM-dd}现在就是{(input.IsWorking == true ? "上班" : "休息")}。请另选一天，或改成另一种。");
        }

        if (input.IsWorking is null)
        {
            yield return new Refusal("calendar.kind", nameof(input.IsWorking), "请选这天上班还是休息。");
        }

        if (input.Name.Length > CalendarDay.NameLength)
        {
            yield return new Refusal("calendar.name", nameof(input.Name), $"名称最多 {CalendarDay.NameLength} 字。请缩短。");
        }

        if (input.Reason.Length is 0 or > CalendarDay.ReasonLength)
        {
            yield return new Refusal("calendar.reason", nameof(input.Reason), $"请写明依据或原因，{CalendarDay.ReasonLength} 字以内。");
        }
    }
}
