using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Takes an answer back; the complaint is then unanswered, or answered as before. The journal keeps both.</summary>
public sealed class RestoreAnswer : IUndo
{
    public const string KindName = "complaint-answer";

    /// <param name="Version">The version the answer left the complaint at.</param>
    public sealed record Before(Guid Id, int Version, string Answer, DateTime? AnsweredUtc);

    public string Kind => KindName;

    public async Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = JsonSerializer.Deserialize<Before>(state)!;
        var complaint = await db.Set<Complaint>().SingleOrDefaultAsync(c => c.Id == before.Id, cancellation);
        if (complaint is null || !actor.Can(Permission.HandleComplaints))
        {
            return new Refusal("complaint.absent", "", "没有这件投诉建议。");
        }

        if (complaint.Version != before.Version)
        {
            return new Refusal("undo.raced", "", "没有撤销。后来又有人改过这件答复。请打开它直接更正。");
        }

        complaint.PutBack(before.Answer, before.AnsweredUtc);
        return new Change(actor.PersonId, nowUtc, "complaint.answer-withdrawn", nameof(Complaint), complaint.Id);
    }
}
