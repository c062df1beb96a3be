using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>Stops an account at once and ends its sessions: the safe direction, so nobody has to approve.</summary>
public sealed class DisableAccount(UnitOfWork unitOfWork, ActorQuery actors, TimeProvider clock)
{
    public sealed record Input(Guid AccountId, string Reason);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var outcome = await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        actors.Forget([input.AccountId]);
        return outcome;
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var (found, refused) = await db.FindForProposalAsync(actor, input.AccountId, ProposalKind.GrantPost, cancellation);
        if (found is { Account.Disabled: true })
        {
            refused = new Refusal("account.disabled", "", "账号已经停用。");
        }

        refused ??= AccountAccess.ReasonFault(input.Reason, nameof(input.Reason));
        if (refused is not null)
        {
            return refused;
        }

        var (account, person) = found!.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var held = await db.Set<Post>().Where(p => p.PersonId == person.Id && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today)).Select(p => p.Role).ToListAsync(cancellation);
        foreach (var role in held.Where(PostRoles.IsAdministrator).Distinct())
        {
            if (!await db.IsReplaceableAsync(role, person.Id, [], today, cancellation))
            {
                return AccountAccess.LastOne(role);
            }
        }

        account.Disable();
        await db.SaveAsync(new Change(actor.PersonId, now, "account.disabled", nameof(Account), account.Id, input.Reason), cancellation);
        return account.Id;
    }
}
