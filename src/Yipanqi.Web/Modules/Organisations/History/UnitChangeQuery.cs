using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>The preview of a change: who and what a unit holds. A constant number of commands.</summary>
public sealed class UnitChangeQuery(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    /// <summary>Null for a unit that is closed, not seen, or whose superior the actor's posts do not reach.</summary>
    public Task<UnitChangeView?> FindAsync(Actor actor, Guid unitId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, unitId, cancellation), cancellation);

    private async Task<UnitChangeView?> LoadAsync(YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation)
    {
        var visible = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open();
        var unit = await visible.SingleOrDefaultAsync(u => u.Id == unitId, cancellation);
        if (unit is null || !actor.Covers(Permission.ManageOrganisations, UnitChangeAccess.SuperiorOf(unit)))
        {
            return null;
        }

        var superior = await visible.Where(u => u.Id == unit.ParentId).Select(u => new { u.Name, u.ParentId }).SingleOrDefaultAsync(cancellation);
        var below = await Places(visible.Where(u => u.ParentId == unitId)).ToListAsync(cancellation);
        var choosable = visible.Within(actor, Permission.ManageOrganisations, u => u.Path).Where(u => u.Track == unit.Track);
        var grandparent = superior?.ParentId;
        var above = await Places(choosable.Where(u => u.ParentId == grandparent && grandparent != null && u.Id != unit.ParentId)).ToListAsync(cancellation);
        var beside = await Places(choosable.Where(u => u.ParentId == unit.ParentId && unit.ParentId != null && u.Id != unitId)).ToListAsync(cancellation);
        var open = new List<UnitMatter>();
        foreach (var source in matters)
        {
            open.AddRange(await source.OpenAsync(db, unitId, cancellation));
        }

        return new UnitChangeView(
            unit.Id, unit.Code, unit.Name, unit.ShortName, unit.Kind, unit.Track, unit.Version, unit.SinceDay, superior?.Name ?? "", unit.ParentId is null,
            below, await TallyAsync(db, unit, below.Count, cancellation), await PeopleAsync(db, actor, unitId, cancellation), open, above, beside);
    }

    private static IQueryable<UnitPlace> Places(IQueryable<Unit> units) =>
        units.OrderBy(u => u.SortOrder).ThenBy(u => u.Code).Take(UnitChangeView.Shown).Select(u => new UnitPlace(u.Id, u.Code, u.Name, u.Track));

    private async Task<UnitChangeView.Tally> TallyAsync(YipanqiDb db, Unit unit, int below, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var id = unit.Id;
        var subtree = await db.Set<Unit>().Within([unit.Path], u => u.Path).CountAsync(u => u.Id != id && u.ClosedDay == null, cancellation);
        var people = await db.Set<PersonDetail>().Where(d => d.BranchId == id || d.WorkUnitId == id).GroupBy(d => d.BranchId == id).Select(g => new { IsMember = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var posts = await db.Set<Post>().CountAsync(p => p.UnitId == id && (p.ToDay == null || p.ToDay >= today), cancellation);
        var seats = await db.Set<PartyPost>().CountAsync(p => p.ToDay == null && db.Set<CommitteeTerm>().Any(t => t.TenantId == p.TenantId && t.Id == p.TermId && t.UnitId == id && t.EndedDay == null), cancellation);
        var links = await db.Set<UnitLink>().CountAsync(l => l.PartyUnitId == id || l.AdministrativeUnitId == id, cancellation);
        return new(below, subtree, people.Where(p => p.IsMember).Sum(p => p.Count), people.Where(p => !p.IsMember).Sum(p => p.Count), posts, seats, links);
    }

    private static Task<List<UnitChangeView.Someone>> PeopleAsync(YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation) => (
        from d in db.Details(actor, Permission.ViewPeople)
        where d.BranchId == unitId || d.WorkUnitId == unitId
        join p in db.Set<Person>() on new { d.TenantId, Id = d.PersonId } equals new { p.TenantId, p.Id }
        orderby d.StaffCode
        select new UnitChangeView.Someone(p.Id, p.Name, d.StaffCode, d.BranchId == unitId)).Take(UnitChangeView.Shown).ToListAsync(cancellation);
}
