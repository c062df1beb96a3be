using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Running terms of the organisations the actor sees.</summary>
public sealed class TermsQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<ListPage<TermLine>> PageAsync(Actor actor, TermFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => filter.Apply(db, actor, Today).PageAsync(page, filter.Order, terms => Lines(db, terms), cancellation),
        cancellation);

    public Task<List<TermLine>> ExportAsync(Actor actor, TermFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => Lines(db, filter.Order(filter.Apply(db, actor, Today))).ToListAsync(cancellation),
        cancellation);

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    internal static IQueryable<TermLine> Lines(YipanqiDb db, IQueryable<CommitteeTerm> terms) =>
        from t in terms
        join unit in db.Set<Unit>() on new { t.TenantId, Id = t.UnitId } equals new { unit.TenantId, unit.Id }
        let secretary = (from p in db.Set<PartyPost>()
                         where p.TenantId == t.TenantId && p.TermId == t.Id && p.ToDay == null && p.Role == PartyRole.Secretary
                         join n in db.Set<Person>() on new { p.TenantId, Id = p.PersonId } equals new { n.TenantId, n.Id }
                         select n.Name).FirstOrDefault()
        select new TermLine(
            t.Id, t.UnitId, unit.Code, unit.Name, unit.Kind, t.Number, t.ElectedDay, t.TermYears, t.Seats, t.RegularDueDay, t.DueDay, t.Approver, t.ApprovalDocument, secretary ?? "",
            db.Set<PartyPost>().Where(p => p.TenantId == t.TenantId && p.TermId == t.Id && p.ToDay == null).Select(p => p.PersonId).Distinct().Count());
}
