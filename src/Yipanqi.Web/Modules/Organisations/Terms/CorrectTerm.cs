using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>更正届次: number, election day or approved seats of the running term were entered wrongly. The term before it, and the posts that ended or began with the election, follow the day.</summary>
public sealed class CorrectTerm(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TermId, int Version, string Number, string ElectedDay, string Seats, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeTermAsync(actor, input.TermId, input.Version, (db, term, unit) => SaveAsync(db, actor, input, term, unit, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CommitteeTerm term, Unit unit, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = await db.FindBeforeAsync(term, cancellation);
        var posts = await db.Set<PartyPost>().Where(p => p.TermId == term.Id).ToListAsync(cancellation);
        var refusals = new List<Refusal>();
        // What holds of a new day is not asked of the one that stands.
        var moves = !DayText.TryRead(input.ElectedDay, out var day) || day != term.ElectedDay;
        var (number, elected, seats) = TermText.Read(input.Number, input.ElectedDay, input.Seats, moves ? before : null, ChinaTime.DayOf(now), refusals);
        if (moves && term.Approver.Length > 0)
        {
            refusals.Add(new Refusal("term.extension", nameof(input.ElectedDay), "本届登记了延期或提前的批准，到期日跟着它。请先撤销批准，再更正选举日期。"));
        }
        else if (moves && posts.Where(p => !IsOfElection(p, term)).Select(p => p.FromDay).Concat(posts.Select(p => p.ToDay).OfType<DateOnly>()).Where(d => d < elected).Order().ToList() is [var first, ..])
        {
            refusals.Add(new Refusal("term.posts", nameof(input.ElectedDay), $"有成员 {first:yyyy-MM-dd} 已经任职或免职，选举日期不能晚于这一天。"));
        }

        if (TermAccess.ReasonFault(input.Reason) is { } fault)
        {
            refusals.Add(fault);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var told = JsonSerializer.Serialize(new { old = new { term.Number, day = term.ElectedDay, term.Seats }, @new = new { number, day = elected, seats } });
        if (moves)
        {
            await MoveAsync(db, term, before, posts, elected, cancellation);
        }

        term.Correct(number, elected, seats);
        await db.SaveAsync(new Change(actor.PersonId, now, "term.corrected", nameof(Unit), unit.Id, input.Reason, told), cancellation);
        return term.Id;
    }

    private static async Task MoveAsync(YipanqiDb db, CommitteeTerm term, CommitteeTerm? before, List<PartyPost> posts, DateOnly elected, CancellationToken cancellation)
    {
        posts.Where(p => IsOfElection(p, term)).ToList().ForEach(p => p.MoveStart(elected));
        if (before is not null)
        {
            (await db.EndedWithAsync(before, cancellation)).ForEach(p => p.End(elected));
            before.MoveEnd(elected);
        }
    }

    private static bool IsOfElection(PartyPost post, CommitteeTerm term) => post.BeganBy == SeatKind.Elected && post.FromDay == term.ElectedDay;
}
