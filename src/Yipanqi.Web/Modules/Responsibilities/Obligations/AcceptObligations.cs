using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>认定：the level above accepts what was reported as done, one or many at once. What the actor did is left for another.</summary>
public sealed class AcceptObligations(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>As many at once.</summary>
    public const int Most = 500;

    /// <param name="Seen">Each obligation with the version that was read.</param>
    public sealed record Input(IReadOnlyList<(Guid Id, int Version)> Seen, string Words);

    /// <param name="Left">Not accepted: changed or decided meanwhile, done by the actor, or outside what the actor decides on.</param>
    public sealed record Answer(int Accepted, int Left);

    public Task<Outcome<Answer>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObligationAccess.RunAsync(unitOfWork, actor, db => AcceptAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Answer>> AcceptAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var words = input.Words.Trim();
        if (words.Length > Obligation.TextLength)
        {
            return new Refusal("obligation.words", nameof(input.Words), $"意见最多 {Obligation.TextLength} 字。");
        }

        var seen = input.Seen.DistinctBy(s => s.Id).Take(Most).ToDictionary(s => s.Id, s => s.Version);
        var ids = seen.Keys.ToArray();
        var found = await db.Below(actor).Where(o => EF.Parameter(ids).Contains(o.Id)).ToListAsync(cancellation);
        var chosen = found.Where(o => o.Version == seen[o.Id] && o.May(ObligationStep.Accept) && !o.IsOwn(actor)).ToList();
        if (chosen.Count == 0)
        {
            return found.Count == 0 ? ObligationAccess.Absent : found.Exists(o => o.IsOwn(actor)) ? ObligationAccess.Own : ObligationAccess.Moved;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        chosen.ForEach(o => o.Accept(words, actor.PersonId, now));
        await db.SaveAsync([.. chosen.Select(o => new Change(actor.PersonId, now, "obligation.accepted", nameof(Obligation), o.Id, words))], cancellation);
        return new Answer(chosen.Count, ids.Length - chosen.Count);
    }
}
