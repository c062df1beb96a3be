using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Finding Party organisations and terms where the actor manages people.</summary>
internal static class TermAccess
{
    public static readonly Refusal Absent = new("term.absent", "", "没有这个党组织或这一届，或者不在您管理的范围内。");

    private static readonly Refusal Raced = new("term.raced", "", "没有保存。刚才有人改过这一届，请看了现在的内容再办。");

    /// <summary>Whoever takes something back says why.</summary>
    public static Refusal? ReasonFault(string reason) =>
        (reason.Length == 0 ? "请写明事由。" : UnitText.TooLong("事由", reason, 200)) is { } fault ? new Refusal("term.reason", "Reason", fault) : null;

    public static Task<Unit?> FindPartyUnitAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.Set<Unit>().Within(actor, Permission.ManagePeople, u => u.Path).Open().SingleOrDefaultAsync(u => u.Id == id && u.Track == Track.Party, cancellation);

    /// <summary>The term that ended with the election of this one; null where there was none.</summary>
    public static Task<CommitteeTerm?> FindBeforeAsync(this YipanqiDb db, CommitteeTerm term, CancellationToken cancellation)
    {
        var (unit, ended) = (term.UnitId, term.ElectedDay.AddDays(-1));
        return db.Set<CommitteeTerm>().SingleOrDefaultAsync(t => t.UnitId == unit && t.EndedDay == ended, cancellation);
    }

    /// <summary>The posts that ended with their term, not before it.</summary>
    public static Task<List<PartyPost>> EndedWithAsync(this YipanqiDb db, CommitteeTerm before, CancellationToken cancellation)
    {
        var (id, ended) = (before.Id, before.EndedDay);
        return db.Set<PartyPost>().Where(p => p.TermId == id && p.ToDay == ended).ToListAsync(cancellation);
    }

    /// <summary>Changes the running term as it was read; of two who change it the second is told.</summary>
    public static Task<Outcome<Guid>> ChangeTermAsync(
        this UnitOfWork unitOfWork, Actor actor, Guid id, int version, Func<YipanqiDb, CommitteeTerm, Unit, Task<Outcome<Guid>>> change, CancellationToken cancellation) => unitOfWork.ChangeAsync(
            actor,
            async db => await db.FindTermAsync(actor, id, cancellation) is not var (term, unit) ? Absent : term.Version != version ? Raced : await change(db, term, unit),
            cancellation);

    /// <summary>Changes a seat of the running term as it was read; of two who change it the second is told.</summary>
    public static Task<Outcome<Guid>> ChangePostAsync(
        this UnitOfWork unitOfWork, Actor actor, Guid termId, Guid id, int version, Func<YipanqiDb, PartyPost, CommitteeTerm, Unit, Task<Outcome<Guid>>> change, CancellationToken cancellation) => unitOfWork.ChangeAsync(
            actor,
            async db => await db.FindTermAsync(actor, termId, cancellation) is not var (term, unit)
                || await db.Set<PartyPost>().SingleOrDefaultAsync(p => p.Id == id && p.TermId == term.Id, cancellation) is not { } post ? Absent
                : post.Version != version ? Raced : await change(db, post, term, unit),
            cancellation);

    private static async Task<Outcome<Guid>> ChangeAsync(this UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<Guid>>> change, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, change, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Raced;
        }
    }

    public static async Task<(CommitteeTerm Term, Unit Unit)?> FindTermAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        await db.Set<CommitteeTerm>().SingleOrDefaultAsync(t => t.Id == id && t.EndedDay == null, cancellation) is { } term
        && await db.FindPartyUnitAsync(actor, term.UnitId, cancellation) is { } unit
            ? (term, unit)
            : null;
}
