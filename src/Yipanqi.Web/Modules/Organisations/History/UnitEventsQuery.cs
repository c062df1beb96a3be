using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>The history of one unit: its own changes and those of others that concerned it, newest first. One command.</summary>
public sealed class UnitEventsQuery(UnitOfWork unitOfWork)
{
    public const int Shown = 50;

    public Task<List<UnitEventLine>> FindAsync(Actor actor, Guid unitId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Lines(db, db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path), unitId).Take(Shown).ToListAsync(cancellation), cancellation);

    private static IQueryable<UnitEventLine> Lines(YipanqiDb db, IQueryable<Unit> seen, Guid unitId) =>
        from part in db.Set<UnitEventPart>()
        where part.UnitId == unitId && seen.Any(u => u.Id == part.UnitId)
        join e in db.Set<UnitEvent>() on new { part.TenantId, Id = part.EventId } equals new { e.TenantId, e.Id }
        join u in db.Set<Unit>() on new { e.TenantId, Id = e.UnitId } equals new { u.TenantId, u.Id }
        join p in db.Set<Person>() on new { e.TenantId, Id = e.PersonId } equals new { p.TenantId, Id = (Guid?)p.Id } into people
        from person in people.DefaultIfEmpty()
        orderby e.Day descending, e.AtUtc descending, e.Id descending
        select new UnitEventLine(e.Id, e.Kind, e.UnitId, u.ShortName, e.Day, e.Before, e.After, e.Basis, e.Note, person.Name ?? "", e.AtUtc, e.RevertedUtc, e.RevertReason);
}
