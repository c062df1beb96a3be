using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Peer groups with their rules, and who belongs to one.</summary>
public sealed class PeersQuery(UnitOfWork unitOfWork)
{
    /// <summary>Open groups with a unit the actor sees, and those without any unit, in their order: one command.</summary>
    public Task<List<PeerGroupLine>> AllAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Groups(db, Seen(db, actor)).ToListAsync(cancellation), cancellation);

    public Task<PeerGroupLine?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => Groups(db, Seen(db, actor).Where(g => g.Id == id)).SingleOrDefaultAsync(cancellation), cancellation);

    /// <summary>The group's assessed units the actor sees, a page of them.</summary>
    public Task<ListPage<PeerLine>> PageAsync(Actor actor, PeerGroupLine group, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open().Where(u => u.PeerGroupId == group.Id && u.IsAssessed);
            var found = await units.PageAsync(page, rows => rows.OrderBy(u => u.SortOrder).ThenBy(u => u.Code), rows => Sizes(db, rows), cancellation);
            return new ListPage<PeerLine>([.. found.Rows.Select(u => Line(group, u))], found.Page, found.Counted, found.IsMore);
        },
        cancellation);

    /// <summary>One unit against the rule of its group; null where it has none.</summary>
    public Task<PeerLine?> FitAsync(Actor actor, Guid unitId, PeerGroupLine group, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await Sizes(db, db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Where(u => u.Id == unitId && u.PeerGroupId == group.Id)).SingleOrDefaultAsync(cancellation) is { } sized ? Line(group, sized) : null,
        cancellation);

    /// <summary>The rule is the whole tenant's: whoever may change units from the top of a tree writes it.</summary>
    public static bool MayRule(Actor actor) => actor.PathsFor(Permission.ImportUnits).Any(p => Unit.DepthOf(p) == 1);

    private static IQueryable<PeerGroup> Seen(YipanqiDb db, Actor actor)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
        return db.Set<PeerGroup>().Where(g => g.ClosedDay == null).Where(g => units.Any(u => u.PeerGroupId == g.Id) || !db.Set<Unit>().Any(u => u.TenantId == g.TenantId && u.PeerGroupId == g.Id));
    }

    private static IQueryable<PeerGroupLine> Groups(YipanqiDb db, IQueryable<PeerGroup> groups) =>
        groups.OrderBy(g => g.SortOrder).ThenBy(g => g.Id).Select(g => new PeerGroupLine(
            g.Id, g.Name, g.KindWords, g.LeastMembers, g.MostMembers, g.Basis, g.Version,
            db.Set<Unit>().Count(u => u.TenantId == g.TenantId && u.PeerGroupId == g.Id && u.IsAssessed && u.ClosedDay == null)));

    // Members of the branch itself, or of all branches below.
    private static IQueryable<Sized> Sizes(YipanqiDb db, IQueryable<Unit> units) => units.Select(u => new Sized
    {
        Id = u.Id,
        Code = u.Code,
        Name = u.Name,
        Kind = u.Kind,
        Members = (from branch in db.Set<Unit>()
                   where branch.TenantId == u.TenantId && string.Compare(branch.Path, u.Path) >= 0 && string.Compare(branch.Path, u.Path.Substring(0, u.Path.Length - 1) + "/") < 0
                   join d in db.Set<PersonDetail>() on new { branch.TenantId, Id = (Guid?)branch.Id } equals new { d.TenantId, Id = d.BranchId }
                   select d).Count(),
    });

    private static PeerLine Line(PeerGroupLine group, Sized unit) =>
        new(unit.Id, unit.Code, unit.Name, unit.Kind, unit.Members, PeerGroup.FitOf(group.KindWords, group.LeastMembers, group.MostMembers, unit.Kind, unit.Members));

    private sealed class Sized
    {
        public required Guid Id { get; init; }

        public required string Code { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public required int Members { get; init; }
    }
}
