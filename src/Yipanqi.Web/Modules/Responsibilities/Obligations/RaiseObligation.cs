using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 遇事即办：whoever has the duty, or the level above, registers what happened and when; an obligation arises, due by the duty's rule counted from that day. The same words of the
/// same day again lead to the obligation that is there: docs/decisions/0128.
/// </summary>
public sealed class RaiseObligation(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    /// <param name="Unit">One whose duty the actor has, or one below them.</param>
    /// <param name="Day">The day it happened.</param>
    /// <param name="Text">A sentence that says what.</param>
    public sealed record Input(string DutyCode, Picked? Unit, DateOnly? Day, string Text);

    /// <summary>The id of the obligation. Of two who register the same event at once the second finds the first one's.</summary>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var outcome = await TryAsync();
        return outcome.IsDone || outcome.Refusals[0] != ObligationAccess.Moved ? outcome : await TryAsync();

        Task<Outcome<Guid>> TryAsync() => ObligationAccess.RunAsync(unitOfWork, actor, db => RaiseAsync(db, actor, input, cancellation), cancellation);
    }

    private async Task<Outcome<Guid>> RaiseAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (today, text) = (ChinaTime.DayOf(now), input.Text.Trim());
        var found = (await GenerateObligations.InForceAsync(db, cancellation)).Find(d => d.Duty.Code == input.DutyCode && d.Duty.Facts.IsRaised);
        if (found.Duty is not { } duty)
        {
            return new Refusal("event.duty", nameof(input.DutyCode), "请选一项现行清单里遇事即办的责任。");
        }

        var faults = Check(input.Day, text, found.EffectiveDay, today).ToList();
        var place = await EventPlaces.FindAsync(db, actor, duty.Level, input.Unit, today, cancellation);
        if (!place.IsDone || faults.Count > 0)
        {
            return Outcome<Guid>.Refused([.. place.Refusals, .. faults]);
        }

        var (unit, isOwn) = place.Value;
        var (day, personId) = (input.Day!.Value, duty.Level == DutyLevel.Member ? actor.PersonId : Guid.Empty);
        var period = DutyPeriod.OfEvent(day, text);
        var known = await db.Set<Obligation>().Where(o => o.UnitId == unit.Id && o.DutyCode == duty.Code && o.PersonId == personId && o.PeriodKey == period.Key).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellation);
        if (known is { } id)
        {
            return id;
        }

        var due = duty.Facts.Due.DayOf(period, await calendars.OfAsync(db, cancellation));
        var raised = Obligation.Raise(db.TenantId, duty.Id, duty.Facts, unit.Id, personId, day, text, due);
        if (isOwn)
        {
            raised.Claim();
        }

        db.Add(raised);
        var detail = JsonSerializer.Serialize(new { duty = duty.Code, day, due = due.Day, provisional = due.IsProvisional });
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.raised", nameof(Obligation), raised.Id, text, detail), cancellation);
        return raised.Id;
    }

    private static IEnumerable<Refusal> Check(DateOnly? given, string text, DateOnly effective, DateOnly today)
    {
        if (given is not { } day || day > today || day < today.AddYears(-1))
        {
            yield return new("event.day", nameof(Input.Day), $"请填哪一天发生的，在 {today.AddYears(-1):yyyy-MM-dd} 到 {today:yyyy-MM-dd} 之间。");
        }
        else if (day < effective)
        {
            yield return new("event.day", nameof(Input.Day), $"这项责任自 {effective:yyyy-MM-dd} 起施行，之前发生的不登记。");
        }

        if (text.Length is 0 or > Obligation.TextLength)
        {
            yield return new("event.text", nameof(Input.Text), $"请用一句话写明发生了什么，最多 {Obligation.TextLength} 字。");
        }
    }
}
