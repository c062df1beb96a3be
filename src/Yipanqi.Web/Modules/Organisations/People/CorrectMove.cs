using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>更正日期: the last step of a 组织关系 happened on another day; of a transfer both stays follow. The history shows the corrected day.</summary>
public sealed class CorrectMove(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Day">First day of the state that the step led to.</param>
    public sealed record Input(Guid PersonId, string Day, string Reason);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return LastMove.Fault("", "没有更正。刚才有人改了此人的组织关系，请核对后再办。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await LastMove.FindAsync(db, actor, input.PersonId, input.Reason, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var (move, now) = (found.Value, clock.GetUtcNow().UtcDateTime);
        var today = ChinaTime.DayOf(now);
        _ = DayText.TryRead(input.Day, out var read);
        if ((PersonText.DayFault("日期", input.Day, today) ?? Fault(move, read)) is { } fault)
        {
            return LastMove.Fault("Day", fault);
        }

        var (old, day) = (move.Day, read!.Value);
        if (move.IsEnding)
        {
            move.Last.CorrectEnd(day);
        }
        else
        {
            move.Last.CorrectStart(day, move.IsTransfer ? move.Prior : null);
        }

        // The detail's version, so that a move at the same time meets this one.
        db.Entry(move.Detail).State = EntityState.Modified;
        var told = JsonSerializer.Serialize(new { old, @new = day });
        await db.SaveAsync(new Change(actor.PersonId, now, "membership.corrected", nameof(Person), input.PersonId, input.Reason, told), cancellation);
        return input.PersonId;
    }

    private static string? Fault(LastMove move, DateOnly? day) => day is not { } d ? "日期没有填。"
        : d == move.Day ? "日期和原来的一样，没有改。"
        : move.IsEnding && d <= move.Last.FromDay ? $"日期要晚于进入支部的 {move.Last.FromDay:yyyy-MM-dd}。"
        : move.IsTransfer && d <= move.Prior!.FromDay ? $"日期要晚于进入前一个支部的 {move.Prior.FromDay:yyyy-MM-dd}。"
        : !move.IsEnding && !move.IsTransfer && d <= move.Prior?.ToDay ? $"日期要晚于上一段组织关系的最后一天 {move.Prior.ToDay:yyyy-MM-dd}。"
        : null;
}
