using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The holder reports a duty as done, with one sentence; words and a file may prove it.</summary>
public sealed class CompleteObligation(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid Id, int Version, string Result, string EvidenceText, GivenFile? File);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => CompleteAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> CompleteAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var obligation = await db.Mine(actor, ChinaTime.DayOf(now)).SingleOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (obligation is null)
        {
            return ObligationAccess.Absent;
        }

        if (obligation.Version != input.Version || !obligation.May(ObligationStep.Complete))
        {
            return ObligationAccess.Moved;
        }

        var (result, words) = (input.Result.Trim(), input.EvidenceText.Trim());
        if (result.Length is 0 or > Obligation.TextLength)
        {
            return new Refusal("obligation.result", nameof(input.Result), $"请用一句话写明办成了什么，最多 {Obligation.TextLength} 字。");
        }

        if (words.Length > EvidenceItem.TextLength)
        {
            return new Refusal("evidence.long", nameof(input.EvidenceText), $"佐证说明最多 {EvidenceItem.TextLength} 字。");
        }

        string? hash = null;
        if (words.Length > 0 || input.File is not null)
        {
            var kept = await db.KeepEvidenceAsync(actor, obligation.Id, obligation.UnitId, words, input.File, nameof(input.File), now, cancellation);
            if (!kept.IsDone)
            {
                return Outcome<Guid>.Refused(kept.Refusals);
            }

            hash = kept.Value;
        }

        obligation.Complete(result, actor.PersonId, ChinaTime.DayOf(now));
        var detail = JsonSerializer.Serialize(new { due = obligation.DueDay, file = hash });
        await db.SaveAsync(new Change(actor.PersonId, now, "obligation.completed", nameof(Obligation), obligation.Id, "", detail), cancellation);
        return obligation.Id;
    }
}
