using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Proposes a further post for someone who has an account.</summary>
public sealed class ProposePost(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid AccountId, ProposedPost Post, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var (found, refused) = await db.FindForProposalAsync(actor, input.AccountId, ProposalKind.GrantPost, cancellation);
        if (refused is not null)
        {
            return refused;
        }

        var (account, person) = found!.Value;
        var (unit, refusals) = await input.Post.CheckAsync(db, actor, person, cancellation);
        if (AccountAccess.ReasonFault(input.Reason, nameof(input.Reason)) is { } unreasoned)
        {
            refusals.Add(unreasoned);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var proposal = Proposal.New(ProposalKind.GrantPost, person, account, actor.PersonId, input.Reason, clock.GetUtcNow().UtcDateTime)
            .WithPost(unit!, input.Post.Role!.Value, input.Post.Title, input.Post.FromDay!.Value);
        db.Add(proposal);
        await db.SaveAsync(ProposalEntries.Proposed(proposal), cancellation);
        return proposal.Id;
    }
}
