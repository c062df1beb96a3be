using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>撤销任职: a seat of the running term was entered wrongly and never was held; where another held it, that one is entered anew.</summary>
public sealed class TakeBackPartyPost(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TermId, Guid PostId, int Version, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.ChangePostAsync(
        actor, input.TermId, input.PostId, input.Version,
        async (db, post, term, unit) =>
        {
            if (TermAccess.ReasonFault(input.Reason) is { } fault)
            {
                return fault;
            }

            db.Remove(post);
            var told = JsonSerializer.Serialize(new { person = post.PersonId, role = post.Role.ToString(), by = post.BeganBy.ToString(), from = post.FromDay, to = post.ToDay });
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "party-post.taken-back", nameof(Unit), unit.Id, input.Reason, told), cancellation);
            return term.Id;
        },
        cancellation);
}
