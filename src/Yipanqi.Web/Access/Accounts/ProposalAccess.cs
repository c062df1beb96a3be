using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>What every proposal about an account that is there asks first.</summary>
internal static class ProposalAccess
{
    public static readonly Refusal Open = new("proposal.open", "", "同样的申请已在等安全管理员批准。要改，请先撤回原申请。");

    /// <summary>The account and its person, or why nothing can be proposed about them.</summary>
    public static async Task<((Account Account, Person Person)? Found, Refusal? Refused)> FindForProposalAsync(
        this YipanqiDb db, Actor actor, Guid accountId, ProposalKind kind, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageAccounts))
        {
            return (null, AccountAccess.Forbidden);
        }

        if (await db.FindAccountAsync(accountId, cancellation) is not { } found)
        {
            return (null, AccountAccess.Absent);
        }

        if (found.Person.Id == actor.PersonId)
        {
            return (null, AccountAccess.Oneself);
        }

        if (found.Account.Pending)
        {
            return (null, new Refusal("account.pending", "", "账号还在等批准，批准以后再办。"));
        }

        // Several further posts may wait at once; of the rest one is enough.
        var waits = kind is ProposalKind.ResetSecret or ProposalKind.EnableAccount
            && await db.Set<Proposal>().AnyAsync(p => p.AccountId == accountId && p.Kind == kind && p.Status == ProposalStatus.Open, cancellation);
        return waits ? (null, Open) : (found, null);
    }
}
