using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Proposes to let a disabled account work again.</summary>
public sealed class ProposeEnabling(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid AccountId, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var (found, refused) = await db.FindForProposalAsync(actor, input.AccountId, ProposalKind.EnableAccount, cancellation);
        if (found is { Account.Disabled: false })
        {
            refused = new Refusal("account.works", "", "账号没有停用，不必恢复。");
        }

        refused ??= AccountAccess.ReasonFault(input.Reason, nameof(input.Reason));
        if (refused is not null)
        {
            return refused;
        }

        var (account, person) = found!.Value;
        var proposal = Proposal.New(ProposalKind.EnableAccount, person, account, actor.PersonId, input.Reason, clock.GetUtcNow().UtcDateTime);
        db.Add(proposal);
        await db.SaveAsync(ProposalEntries.Proposed(proposal), cancellation);
        return proposal.Id;
    }
}
