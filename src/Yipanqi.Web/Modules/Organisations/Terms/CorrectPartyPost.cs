using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>更正任职登记: post, origin or days of a seat of the running term were entered wrongly. Another person is another seat: that one is taken back.</summary>
public sealed class CorrectPartyPost(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="ToDay">The last day in the post; empty where it is still held.</param>
    public sealed record Input(Guid TermId, Guid PostId, int Version, PartyRole Role, SeatKind Kind, string FromDay, string ToDay, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangePostAsync(actor, input.TermId, input.PostId, input.Version, (db, post, term, unit) => SaveAsync(db, actor, input, post, term, unit, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, PartyPost post, CommitteeTerm term, Unit unit, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var others = await db.Set<PartyPost>().Where(p => p.TermId == term.Id && p.Id != post.Id).ToListAsync(cancellation);
        var refusals = new List<Refusal>();
        var (from, to) = DaysOf(term, input, ChinaTime.DayOf(now), refusals);
        refusals.AddRange(PartyPosts.Clashes(others, input.Role, input.Kind, post.PersonId, from, to));
        // Whoever is a member elsewhere since then does not hold it longer than it stands.
        if (post.ToDay is { } ended && (to is null || to > ended) && !await db.MembersOf(unit).AnyAsync(d => d.PersonId == post.PersonId && d.Status == PartyStatus.FullMember, cancellation))
        {
            refusals.Add(new Refusal("post.gone", nameof(input.ToDay), $"此人已不是本组织的正式党员，任职不能晚于原登记的 {ended:yyyy-MM-dd} 结束。"));
        }

        if (TermAccess.ReasonFault(input.Reason) is { } fault)
        {
            refusals.Add(fault);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var old = Told(post);
        post.Correct(input.Role, input.Kind, from, to);
        var told = JsonSerializer.Serialize(new { person = post.PersonId, old, @new = Told(post) });
        await db.SaveAsync(new Change(actor.PersonId, now, "party-post.corrected", nameof(Unit), unit.Id, input.Reason, told), cancellation);
        return term.Id;
    }

    private static (DateOnly From, DateOnly? To) DaysOf(CommitteeTerm term, Input input, DateOnly today, List<Refusal> refusals)
    {
        if (!DayText.TryRead(input.FromDay, out var from) || from is null || from > today || from < term.ElectedDay)
        {
            refusals.Add(new Refusal("post.day", nameof(input.FromDay), $"任职日期要在本届选举的 {term.ElectedDay:yyyy-MM-dd} 和今天之间。"));
        }

        if (!DayText.TryRead(input.ToDay, out var to) || to > today || to < from)
        {
            refusals.Add(new Refusal("post.day", nameof(input.ToDay), "最后在任日期要在任职日期和今天之间；还在任的不填。"));
        }

        return (from ?? today, to);
    }

    private static object Told(PartyPost post) => new { role = post.Role.ToString(), by = post.BeganBy.ToString(), from = post.FromDay, to = post.ToDay };
}
