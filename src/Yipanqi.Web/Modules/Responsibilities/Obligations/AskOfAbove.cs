using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The holder asks the level above for a later day, to be exempted, or to hand the duty back, with the reason.</summary>
public sealed class AskOfAbove(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Day">The later due day, with an extension.</param>
    public sealed record Input(Guid Id, RequestKind? Kind, DateOnly? Day, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => AskAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> AskAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var obligation = await db.Mine(actor, ChinaTime.DayOf(now)).SingleOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (obligation is null)
        {
            return ObligationAccess.Absent;
        }

        if (!obligation.May(ObligationStep.Ask))
        {
            return ObligationAccess.Moved;
        }

        if (input.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return new Refusal("request.kind", nameof(input.Kind), "请选申请什么：延期、免办或退领。");
        }

        var day = kind == RequestKind.Extension ? input.Day : null;
        if (kind == RequestKind.Extension && (day is null || day <= obligation.DueDay || day > obligation.DueDay.AddDays(DueRule.MostDays)))
        {
            return new Refusal("request.day", nameof(input.Day), $"请填延到哪一天，在 {obligation.DueDay:yyyy-MM-dd} 之后一年内。");
        }

        var reason = input.Reason.Trim();
        if (reason.Length is 0 or > Obligation.TextLength)
        {
            return new Refusal("request.reason", nameof(input.Reason), $"请写明理由，最多 {Obligation.TextLength} 字。");
        }

        obligation.Ask(kind, day, reason, actor.PersonId);
        var detail = JsonSerializer.Serialize(new { kind = kind.ToString(), day });
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.asked", nameof(Obligation), obligation.Id, reason, detail), cancellation);
        return obligation.Id;
    }
}
