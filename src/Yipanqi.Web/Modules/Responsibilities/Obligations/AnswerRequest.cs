using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The level above allows what was asked for, or refuses it with the reason.</summary>
public sealed class AnswerRequest(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Words">Needed where it is refused.</param>
    public sealed record Input(Guid Id, int Version, bool Allowed, string Words);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.DecideAsync(unitOfWork, actor, input.Id, input.Version, ObligationStep.Grant, (db, obligation) => AnswerAsync(db, actor, obligation, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> AnswerAsync(YipanqiDb db, Actor actor, Obligation obligation, Input input, CancellationToken cancellation)
    {
        var words = input.Words.Trim();
        if (words.Length > Obligation.TextLength || (!input.Allowed && words.Length == 0))
        {
            return new Refusal("request.words", nameof(input.Words), $"不同意须写明理由，最多 {Obligation.TextLength} 字。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var detail = JsonSerializer.Serialize(new { kind = obligation.Request.ToString(), from = obligation.DueDay, to = obligation.RequestDay });
        if (input.Allowed)
        {
            obligation.Grant(words, actor.PersonId, now);
        }
        else
        {
            obligation.Refuse(words, actor.PersonId, now);
        }

        await db.SaveAsync(new Change(actor.PersonId, now, input.Allowed ? "obligation.request-allowed" : "obligation.request-refused", nameof(Obligation), obligation.Id, words, detail), cancellation);
        return obligation.Id;
    }
}
