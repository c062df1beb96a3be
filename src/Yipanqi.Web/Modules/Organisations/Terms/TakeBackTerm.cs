using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>撤销届次: the election never was. The running term and its posts are not kept; the term before it runs again, with those of its posts that ended with it and whose holders are still members here.</summary>
public sealed class TakeBackTerm(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TermId, int Version, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeTermAsync(actor, input.TermId, input.Version, (db, term, unit) => SaveAsync(db, actor, input, term, unit, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CommitteeTerm term, Unit unit, CancellationToken cancellation)
    {
        if (TermAccess.ReasonFault(input.Reason) is { } fault)
        {
            return fault;
        }

        var posts = await db.Set<PartyPost>().Where(p => p.TermId == term.Id).ToListAsync(cancellation);
        db.RemoveRange(posts);
        db.Remove(term);
        if (await db.FindBeforeAsync(term, cancellation) is { } before)
        {
            await ReopenAsync(db, unit, before, cancellation);
        }

        var told = JsonSerializer.Serialize(new
        {
            term.Number,
            day = term.ElectedDay,
            term.Seats,
            term.Approver,
            document = term.ApprovalDocument,
            posts = posts.Select(p => new { person = p.PersonId, role = p.Role.ToString(), by = p.BeganBy.ToString(), from = p.FromDay, to = p.ToDay }),
        });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "term.taken-back", nameof(Unit), unit.Id, input.Reason, told), cancellation);
        return term.Id;
    }

    private static async Task ReopenAsync(YipanqiDb db, Unit unit, CommitteeTerm before, CancellationToken cancellation)
    {
        var ended = await db.EndedWithAsync(before, cancellation);
        var people = ended.Select(p => p.PersonId).ToArray();
        var branches = db.Set<Unit>().Within([unit.Path], u => u.Path);
        var here = await db.Set<PersonDetail>().Where(d => EF.Parameter(people).Contains(d.PersonId) && branches.Any(u => u.TenantId == d.TenantId && u.Id == d.BranchId))
            .Select(d => d.PersonId).ToListAsync(cancellation);
        ended.Where(p => here.Contains(p.PersonId)).ToList().ForEach(p => p.Reopen());
        before.Reopen();
    }
}
