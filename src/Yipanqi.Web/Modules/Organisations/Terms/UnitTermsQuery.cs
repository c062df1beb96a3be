using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>The committee of one Party organisation, for its own page and for the card on the unit's page.</summary>
public sealed class UnitTermsQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Null for a unit that is no Party organisation or whose people the actor does not see.</summary>
    public Task<UnitTermsView?> FindAsync(Actor actor, Guid unitId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, unitId, cancellation), cancellation);

    private async Task<UnitTermsView?> LoadAsync(YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation)
    {
        var unit = await db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path).Where(u => u.Id == unitId && u.Track == Track.Party)
            .Select(u => new { u.Id, u.Name, u.Kind, u.Path }).SingleOrDefaultAsync(cancellation);
        if (unit is null)
        {
            return null;
        }

        var terms = db.Set<CommitteeTerm>().Where(t => t.UnitId == unitId);
        var current = await TermsQuery.Lines(db, terms.Where(t => t.EndedDay == null)).SingleOrDefaultAsync(cancellation);
        var version = await terms.Where(t => t.EndedDay == null).Select(t => t.Version).SingleOrDefaultAsync(cancellation);
        var holders = await Holders(db, current?.Id).ToListAsync(cancellation);
        var before = await Before(db, terms).ToListAsync(cancellation);
        var below = db.Set<Unit>().Within([unit.Path], u => u.Path);
        var members = await db.Set<PersonDetail>().Where(d => below.Any(u => u.Id == d.BranchId)).GroupBy(d => d.Status)
            .Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var state = current?.StateOn(ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime), StructureRules.Current.Rules.NoticeMonths.Value);
        return new UnitTermsView(
            unit.Id, unit.Name, unit.Kind, actor.Covers(Permission.ManagePeople, unit.Path), current, state, version, holders, before,
            members.Sum(m => m.Count), members.Where(m => m.Status == PartyStatus.FullMember).Sum(m => m.Count));
    }

    private static IQueryable<UnitTermsView.Holder> Holders(YipanqiDb db, Guid? termId) =>
        from p in db.Set<PartyPost>()
        where p.TermId == termId
        join n in db.Set<Person>() on new { p.TenantId, Id = p.PersonId } equals new { n.TenantId, n.Id }
        orderby p.ToDay != null, p.Role, p.FromDay, p.Id
        select new UnitTermsView.Holder(p.Id, n.Id, n.Name, p.Role, p.BeganBy, p.FromDay, p.ToDay, p.Version);

    private static IQueryable<UnitTermsView.Former> Before(YipanqiDb db, IQueryable<CommitteeTerm> terms) =>
        from t in terms
        where t.EndedDay != null
        orderby t.ElectedDay descending
        select new UnitTermsView.Former(
            t.Number, t.ElectedDay, t.EndedDay,
            (from p in db.Set<PartyPost>()
             where p.TenantId == t.TenantId && p.TermId == t.Id && p.Role == PartyRole.Secretary
             join n in db.Set<Person>() on new { p.TenantId, Id = p.PersonId } equals new { n.TenantId, n.Id }
             orderby p.FromDay descending
             select n.Name).FirstOrDefault() ?? "");
}
