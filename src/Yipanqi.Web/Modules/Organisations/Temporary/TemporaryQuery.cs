using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Temporary organisations the actor sees.</summary>
public sealed class TemporaryQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    private static int Months => StructureRules.Current.Rules.TemporaryMonths.Value;

    public Task<ListPage<TemporaryLine>> PageAsync(Actor actor, TemporaryFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => filter.Apply(db, actor, Today, Months).PageAsync(page, filter.Order, rows => Lines(db, rows), cancellation),
        cancellation);

    public Task<List<TemporaryLine>> ExportAsync(Actor actor, TemporaryFilter filter, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, filter.Order(filter.Apply(db, actor, Today, Months))).ToListAsync(cancellation), cancellation);

    public TemporaryState StateOf(TemporaryLine line) => TemporaryOrganisation.StateOf(line.FromDay, line.UntilDay, line.DissolvedDay, Today, Months);

    /// <summary>Null for one that is not there or not in what the actor sees.</summary>
    public Task<TemporaryView?> FindAsync(Actor actor, Guid unitId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, unitId, cancellation), cancellation);

    /// <summary>Those not dissolved that the actor leads, the first to end first.</summary>
    public Task<List<TemporaryLine>> LedAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, Order(db.LedBy(actor))).ToListAsync(cancellation), cancellation);

    /// <summary>The Party organisation below which one would be founded; null where the actor may not.</summary>
    public Task<UnitPlace?> ParentAsync(Actor actor, Guid unitId, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => db.Set<Unit>().Within(actor, Permission.ManageOrganisations, u => u.Path).Open().Where(u => u.Id == unitId && u.Track == Track.Party)
            .Select(u => new UnitPlace(u.Id, u.Code, u.Name, u.Track)).SingleOrDefaultAsync(cancellation),
        cancellation);

    private static IQueryable<TemporaryOrganisation> Order(IQueryable<TemporaryOrganisation> rows) => rows.OrderBy(t => t.UntilDay).ThenBy(t => t.UnitId);

    private static IQueryable<TemporaryLine> Lines(YipanqiDb db, IQueryable<TemporaryOrganisation> rows) =>
        from t in rows
        let unit = db.Set<Unit>().First(u => u.TenantId == t.TenantId && u.Id == t.UnitId)
        select new TemporaryLine(
            t.UnitId, unit.Code, unit.Name, unit.Kind, db.Set<Unit>().Where(p => p.TenantId == t.TenantId && p.Id == unit.ParentId).Select(p => p.ShortName).FirstOrDefault() ?? "",
            t.Purpose, t.FromDay, t.UntilDay, t.DissolvedDay,
            (from m in db.Set<TemporaryMember>()
             where m.TenantId == t.TenantId && m.UnitId == t.UnitId && m.ToDay == null && m.Role == TemporaryRole.Secretary
             join n in db.Set<Person>() on new { m.TenantId, Id = m.PersonId } equals new { n.TenantId, n.Id }
             select n.Name).FirstOrDefault() ?? "",
            db.Set<TemporaryMember>().Count(m => m.TenantId == t.TenantId && m.UnitId == t.UnitId && m.ToDay == null),
            db.Set<TemporaryReport>().Where(r => r.TenantId == t.TenantId && r.UnitId == t.UnitId && r.WithdrawnUtc == null).Max(r => (DateOnly?)r.Day));

    private async Task<TemporaryView?> LoadAsync(YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation)
    {
        var found = await (
            from t in db.Temporaries(actor)
            where t.UnitId == unitId
            join u in db.Set<Unit>() on new { t.TenantId, Id = t.UnitId } equals new { u.TenantId, u.Id }
            select new { Temporary = t, Unit = u, Superior = db.Set<Unit>().Where(p => p.TenantId == u.TenantId && p.Id == u.ParentId).Select(p => p.Name).FirstOrDefault() }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var (made, unit) = (found.Temporary, found.Unit);
        var leads = await db.LedBy(actor).AnyAsync(t => t.UnitId == unitId, cancellation);
        var manages = made.DissolvedDay is null && actor.Covers(Permission.ManageOrganisations, UnitChangeAccess.SuperiorOf(unit));
        var seesPeople = leads || actor.Covers(Permission.ViewPeople, unit.Path);
        return new TemporaryView(
            unitId, unit.Name, unit.Kind, unit.Code, unit.Version, found.Superior ?? "", made.Purpose, made.Basis, made.FromDay, made.UntilDay, made.DissolvedDay, made.Result, made.StateOn(Today, Months),
            manages, seesPeople, leads || manages, seesPeople ? await PeopleAsync(db, unitId, cancellation) : [], await ReportsAsync(db, actor, unitId, cancellation));
    }

    private static Task<List<TemporaryView.Someone>> PeopleAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation) => (
        from m in db.Set<TemporaryMember>()
        where m.UnitId == unitId
        join n in db.Set<Person>() on new { m.TenantId, Id = m.PersonId } equals new { n.TenantId, n.Id }
        join d in db.Set<PersonDetail>() on new { m.TenantId, m.PersonId } equals new { d.TenantId, d.PersonId }
        orderby m.ToDay != null, m.Role, m.FromDay, m.PersonId
        select new TemporaryView.Someone(
            n.Id, n.Name, m.Role, db.Set<Unit>().Where(b => b.TenantId == d.TenantId && b.Id == d.BranchId).Select(b => b.ShortName).FirstOrDefault() ?? "", m.FromDay, m.ToDay)).ToListAsync(cancellation);

    private static Task<List<TemporaryView.Report>> ReportsAsync(YipanqiDb db, Actor actor, Guid unitId, CancellationToken cancellation) => db.Set<TemporaryReport>()
        .Where(r => r.UnitId == unitId).OrderByDescending(r => r.Day).ThenByDescending(r => r.Id)
        .Select(r => new TemporaryView.Report(
            r.Id, r.Day, r.Text, db.Set<Person>().Where(p => p.TenantId == r.TenantId && p.Id == r.ReportedBy).Select(p => p.Name).FirstOrDefault() ?? "", r.ReportedUtc, r.WithdrawnReason, r.ReportedBy == actor.PersonId))
        .ToListAsync(cancellation);
}
