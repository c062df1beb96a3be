using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Takes back a proposal that is not decided yet; a new account that waits goes with it.</summary>
public sealed class WithdrawProposal(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid proposalId, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, proposalId, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Guid proposalId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageAccounts))
        {
            return AccountAccess.Forbidden;
        }

        await db.LockAccessAsync(cancellation);
        var proposal = await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == proposalId && p.Status == ProposalStatus.Open, cancellation);
        if (proposal is null)
        {
            return new Refusal("proposal.closed", "", "没有这项申请，或者已经办结，不能撤回。");
        }

        proposal.Withdraw(actor.PersonId, clock.GetUtcNow().UtcDateTime);
        await ProposalEffects.TakeAwayAsync(db, [proposal], cancellation);
        await db.SaveAsync(ProposalEntries.Withdrawn(proposal), cancellation);
        return proposal.AccountId;
    }
}
