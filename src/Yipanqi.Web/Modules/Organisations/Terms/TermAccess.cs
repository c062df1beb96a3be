using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Finding Party organisations and terms where the actor manages people.</summary>
internal static class TermAccess
{
    public static readonly Refusal Absent = new("term.absent", "", "没有这个党组织或这一届，或者不在您管理的范围内。");

    /// <summary>Whoever takes something back says why.</summary>
    public static Refusal? ReasonFault(string reason) =>
        (reason.Length == 0 ? "请写明事由。" : UnitText.TooLong("事由", reason, 200)) is { } fault ? new Refusal("term.reason", "Reason", fault) : null;

    public static Task<Unit?> FindPartyUnitAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.Set<Unit>().Within(actor, Permission.ManagePeople, u => u.Path).Open().SingleOrDefaultAsync(u => u.Id == id && u.Track == Track.Party, cancellation);

    public static async Task<(CommitteeTerm Term, Unit Unit)?> FindTermAsync(this YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        await db.Set<CommitteeTerm>().SingleOrDefaultAsync(t => t.Id == id && t.EndedDay == null, cancellation) is { } term
        && await db.FindPartyUnitAsync(actor, term.UnitId, cancellation) is { } unit
            ? (term, unit)
            : null;
}
