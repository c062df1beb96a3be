using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Proposes a new one-time secret for someone who lost theirs. It is shown now, once, and good from the approval on.</summary>
public sealed class ProposeSecret(UnitOfWork unitOfWork, UserManager<Account> users, TimeProvider clock)
{
    public sealed record Input(Guid AccountId, string Reason);

    public sealed record Made(string PersonName, string UserName, string Secret);

    public Task<Outcome<Made>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Made>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Made>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var (found, refused) = await db.FindForProposalAsync(actor, input.AccountId, ProposalKind.ResetSecret, cancellation);
        refused ??= AccountAccess.ReasonFault(input.Reason, nameof(input.Reason));
        if (refused is not null)
        {
            return refused;
        }

        var (account, person) = found!.Value;
        var secret = OneTimeSecret.New();
        var proposal = Proposal.New(ProposalKind.ResetSecret, person, account, actor.PersonId, input.Reason, clock.GetUtcNow().UtcDateTime)
            .WithSecret(users.PasswordHasher.HashPassword(account, secret));
        db.Add(proposal);
        await db.SaveAsync(ProposalEntries.Proposed(proposal), cancellation);
        return new Made(person.Name, account.UserName!, secret);
    }
}
