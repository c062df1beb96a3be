using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Keeps what was answered to a complaint; an answer may be corrected, the journal keeps both.</summary>
public sealed class AnswerComplaint(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, string Answer);

    /// <summary>Answers the offer to take it back.</summary>
    public async Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var answer = input.Answer.Trim();
        if (answer.Length is 0 or > Complaint.MaxTextLength)
        {
            return new Refusal("complaint.answer", nameof(input.Answer), $"请填写答复，最多 {Complaint.MaxTextLength} 字。");
        }

        return await unitOfWork.WriteAsync<Guid?>(
            actor.TenantId,
            async db =>
            {
                var complaint = await db.Set<Complaint>().SingleOrDefaultAsync(c => c.Id == input.Id, cancellation);
                if (complaint is null || !actor.Can(Permission.HandleComplaints))
                {
                    return new Refusal("complaint.absent", "", "没有这件投诉建议。");
                }

                var now = clock.GetUtcNow().UtcDateTime;
                var before = new RestoreAnswer.Before(complaint.Id, complaint.Version + 1, complaint.Answer, complaint.AnsweredUtc);
                Guid? undo = await db.OfferUndoAsync(actor, RestoreAnswer.KindName, $"答复 {complaint.Number}", before, now, cancellation);
                complaint.Reply(answer, now);
                await db.SaveAsync(new Change(actor.PersonId, now, "complaint.answered", nameof(Complaint), complaint.Id), cancellation);
                return undo;
            },
            cancellation);
    }
}
