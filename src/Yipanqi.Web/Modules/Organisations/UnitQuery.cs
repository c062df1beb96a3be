using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>One unit's page.</summary>
public sealed class UnitQuery(UnitOfWork unitOfWork)
{
    private const int ShownChanges = 10;

    /// <summary>Null for a unit that is not there or not in what the actor sees.</summary>
    public Task<UnitView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, id, cancellation), cancellation);

    private static async Task<UnitView?> LoadAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var visible = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
        var unit = await visible.Where(u => u.Id == id).Select(u => new { u.Path, u.Version, u.PeerGroupId }).SingleOrDefaultAsync(cancellation);
        if (unit is null)
        {
            return null;
        }

        var line = await UnitsQuery.Lines(db, visible.Where(u => u.Id == id).Now()).SingleAsync(cancellation);
        var above = Unit.PathsTo(unit.Path)[..^1];
        var chain = await visible.Where(u => EF.Parameter(above).Contains(u.Path)).OrderBy(u => u.Depth).Select(u => new UnitPlace(u.Id, u.Code, u.Name, u.Track)).ToListAsync(cancellation);
        var children = visible.Where(u => u.ParentId == id).Open();
        var shown = await UnitsQuery.Lines(db, children.Now().OrderBy(u => u.SortOrder).ThenBy(u => u.Code).Take(UnitView.ShownChildren)).ToListAsync(cancellation);
        var count = shown.Count < UnitView.ShownChildren ? shown.Count : await children.CountAsync(cancellation);
        var subtree = await visible.Within([unit.Path], u => u.Path).CountAsync(u => u.Id != id && u.ClosedDay == null, cancellation);
        var linked = await visible
            .Where(u => db.Set<UnitLink>().Any(l => (l.PartyUnitId == id && l.AdministrativeUnitId == u.Id) || (l.AdministrativeUnitId == id && l.PartyUnitId == u.Id)))
            .OrderBy(u => u.Code).Select(u => new UnitPlace(u.Id, u.Code, u.Name, u.Track)).ToListAsync(cancellation);
        var changes = await Changes(db, id).ToListAsync(cancellation);
        return new UnitView(line, unit.Version, line.ClosedDay is null && actor.Covers(Permission.ImportUnits, unit.Path), chain, shown, count, subtree, linked, changes, actor.Covers(Permission.ManageOrganisations, UnitChangeAccess.SuperiorOf(unit.Path)), actor.Covers(Permission.ManageOrganisations, unit.Path), unit.PeerGroupId);
    }

    private static IQueryable<UnitChange> Changes(YipanqiDb db, Guid id) => (
        from entry in db.Set<JournalEntry>()
        where entry.SubjectId == id
        join person in db.Set<Person>() on new { entry.TenantId, Id = entry.ActorId } equals new { person.TenantId, Id = (Guid?)person.Id } into people
        from person in people.DefaultIfEmpty()
        orderby entry.AtUtc descending, entry.Id descending
        select new UnitChange(entry.AtUtc, entry.Action, person.Name ?? "", entry.Detail)).Take(ShownChanges);
}
