using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>The security administrator approves or refuses one proposal or several: all of them or, where one cannot be, none.</summary>
public sealed class DecideProposals(UnitOfWork unitOfWork, ActorQuery actors, TimeProvider clock)
{
    public const int MostAtOnce = 50;

    public sealed record Input(IReadOnlyList<Guid> Ids, bool Approve, string Answer);

    /// <summary>Answers how many were decided.</summary>
    public async Task<Outcome<int>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var outcome = await unitOfWork.WriteAsync<List<Guid>>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        if (!outcome.IsDone)
        {
            return Outcome<int>.Refused(outcome.Refusals);
        }

        actors.Forget(outcome.Value);
        return outcome.Value.Count;
    }

    private async Task<Outcome<List<Guid>>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ApproveAccounts))
        {
            return AccountAccess.Forbidden;
        }

        var ids = input.Ids.Distinct().ToList();
        if (Fault(input, ids.Count) is { } fault)
        {
            return fault;
        }

        await db.LockAccessAsync(cancellation);
        var proposals = await db.Set<Proposal>().Where(p => p.Status == ProposalStatus.Open && ids.Contains(p.Id)).OrderBy(p => p.ProposedUtc).ThenBy(p => p.Id).ToListAsync(cancellation);
        if (proposals.Count < ids.Count)
        {
            return new Refusal("proposal.closed", "", "没有办理：所选申请中有的已经办结或撤回。请刷新后重新选择。");
        }

        if (proposals.Find(p => !p.MayBeDecidedBy(actor.PersonId)) is { } own)
        {
            return new Refusal("proposal.own", "", $"没有办理：“{own.PersonName}”的申请由您提出或关系到您本人，请由另一位安全管理员办理。");
        }

        return await DecideAsync(db, actor, input, proposals, cancellation);
    }

    private static Refusal? Fault(Input input, int count) =>
        count is 0 or > MostAtOnce ? new Refusal("proposal.none", "", $"请选择要办理的申请，一次最多 {MostAtOnce} 项。")
        : input.Answer.Length > Proposal.ReasonLength || (!input.Approve && input.Answer.Length == 0)
            ? new Refusal("proposal.answer", nameof(input.Answer), input.Approve ? $"意见最多 {Proposal.ReasonLength} 字。" : "不批准的，请写明理由。")
        : null;

    private async Task<Outcome<List<Guid>>> DecideAsync(YipanqiDb db, Actor actor, Input input, List<Proposal> proposals, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var postIds = new Dictionary<Guid, Guid?>();
        if (input.Approve)
        {
            var effects = await ProposalEffects.LoadAsync(db, proposals, now, cancellation);
            foreach (var proposal in proposals)
            {
                var (postId, fault) = await effects.ApplyAsync(proposal, cancellation);
                postIds[proposal.Id] = postId;
                if (fault is not null)
                {
                    refusals.Add(new Refusal("proposal.cannot", "", "没有办理：" + fault));
                }
            }
        }
        else
        {
            await ProposalEffects.TakeAwayAsync(db, proposals, cancellation);
        }

        if (refusals.Count > 0)
        {
            return Outcome<List<Guid>>.Refused(refusals);
        }

        proposals.ForEach(p => p.Decide(input.Approve, actor.PersonId, input.Answer, now));
        await db.SaveAsync([.. proposals.Select(p => input.Approve ? ProposalEntries.Approved(p, postIds[p.Id]) : ProposalEntries.Refused(p))], cancellation);
        return proposals.ConvertAll(p => p.AccountId);
    }
}
