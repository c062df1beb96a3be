using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Proposes to end a post with a day.</summary>
public sealed class ProposeEnd(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="LastDay">The last day of the post; yesterday ends it the moment it is approved.</param>
    public sealed record Input(Guid AccountId, Guid PostId, DateOnly? LastDay, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var (found, refused) = await db.FindForProposalAsync(actor, input.AccountId, ProposalKind.EndPost, cancellation);
        if (refused is not null)
        {
            return refused;
        }

        var (account, person) = found!.Value;
        var post = await db.Set<Post>().SingleOrDefaultAsync(p => p.Id == input.PostId && p.PersonId == person.Id, cancellation);
        if (post is null || post.ToDay is not null)
        {
            return new Refusal("post.ended", "", "没有这项职务，或者已定结束日期。");
        }

        if (await db.Set<Proposal>().AnyAsync(p => p.PostId == post.Id && p.Status == ProposalStatus.Open, cancellation))
        {
            return ProposalAccess.Open;
        }

        if (input.LastDay is not { } last || last < post.FromDay.AddDays(-1))
        {
            return new Refusal("post.last-day", nameof(input.LastDay), "请填写任职的最后一天，不早于起始日期的前一天，如 2026-10-11。");
        }

        if (AccountAccess.ReasonFault(input.Reason, nameof(input.Reason)) is { } unreasoned)
        {
            return unreasoned;
        }

        var proposal = Proposal.New(ProposalKind.EndPost, person, account, actor.PersonId, input.Reason, clock.GetUtcNow().UtcDateTime).WithEndOf(post, last);
        db.Add(proposal);
        await db.SaveAsync(ProposalEntries.Proposed(proposal), cancellation);
        return proposal.Id;
    }
}
