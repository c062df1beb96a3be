using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Lists of units, limited to what the actor may see.</summary>
public sealed class UnitsQuery(UnitOfWork unitOfWork, IMemoryCache cache)
{
    /// <summary>Deepest and largest tree shown at once; deeper units open from their parents.</summary>
    public const int TreeLevels = 3;
    public const int TreeUnits = 300;

    private static readonly TimeSpan ChoicesKeptFor = TimeSpan.FromSeconds(20);

    public sealed record Choices(IReadOnlyList<string> Kinds, IReadOnlyList<(Guid Id, string Name)> PeerGroups);

    public sealed record ChosenUnits(IReadOnlyList<UnitLine> Units, IReadOnlySet<Guid> Writable);

    public sealed record ExportLine(UnitLine Unit, IReadOnlyList<string> LinkedCodes);

    public Task<ListPage<UnitLine>> PageAsync(Actor actor, UnitFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        db => filter.Apply(db, actor).PageAsync(page, _ => filter.Order(db, filter.Narrow(db, actor)), units => Lines(db, units, filter.Day), cancellation),
        cancellation);

    /// <summary>What the filters offer. Kept for a short while: over 100,000 units it costs more than the page.</summary>
    public async Task<Choices> ChoicesAsync(Actor actor, CancellationToken cancellation) =>
        (await cache.GetOrCreateAsync((nameof(UnitsQuery), actor.ScopeKey(Permission.ViewUnits)), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = ChoicesKeptFor;
            return unitOfWork.ReadAsync(actor.TenantId, db => LoadChoicesAsync(db, actor, cancellation), cancellation);
        }))!;

    private static async Task<Choices> LoadChoicesAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open();
        var kinds = await units.Where(u => u.Kind != "").Select(u => u.Kind).Distinct().ToListAsync(cancellation);
        var groups = await db.Set<PeerGroup>().Where(g => units.Any(u => u.PeerGroupId == g.Id)).OrderBy(g => g.SortOrder).Select(g => new { g.Id, g.Name }).ToListAsync(cancellation);
        return new Choices([.. kinds.Order(StringComparer.Ordinal)], [.. groups.Select(g => (g.Id, g.Name))]);
    }

    /// <summary>The chosen units the actor sees, and which of them the actor may change.</summary>
    public Task<ChosenUnits> ChosenAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var seen = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Where(u => ids.Contains(u.Id));
            var lines = await Lines(db, seen.Now().OrderBy(u => u.Track).ThenBy(u => u.SortOrder).ThenBy(u => u.Code)).ToListAsync(cancellation);
            var writable = await db.Writable(actor).Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellation);
            return new ChosenUnits(lines, writable.ToHashSet());
        },
        cancellation);

    /// <summary>All that match, with the codes of linked administrative units: two commands, however many there are.</summary>
    public Task<List<ExportLine>> ExportAsync(Actor actor, UnitFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var matching = filter.Apply(db, actor);
            var lines = await Lines(db, filter.Order(db, filter.Narrow(db, actor)), filter.Day).ToListAsync(cancellation);
            var visible = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
            var links = await db.Set<UnitLink>().Where(l => matching.Any(u => u.Id == l.PartyUnitId))
                .Join(visible, l => new { l.TenantId, Id = l.AdministrativeUnitId }, u => new { u.TenantId, u.Id }, (l, u) => new { l.PartyUnitId, u.Code })
                .ToListAsync(cancellation);
            var byParty = links.ToLookup(l => l.PartyUnitId, l => l.Code);
            return lines.ConvertAll(l => new ExportLine(l, [.. byParty[l.Id].Order(StringComparer.Ordinal)]));
        },
        cancellation);

    /// <summary>The tops of what the actor sees and the levels below them, parents before children; at most <see cref="TreeUnits"/>.</summary>
    /// <param name="day">As it was on this day; null for now. Whatever has moved since is shown where it stood.</param>
    public Task<List<UnitLine>> TreeAsync(Actor actor, DateOnly? day, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path);
            var top = actor.PathsFor(Permission.ViewUnits).Select(Unit.DepthOf).DefaultIfEmpty(1).Min();
            var rows = day is { } then ? units.Where(u => u.Depth < top + TreeLevels || db.Set<UnitPast>().Any(p => p.TenantId == u.TenantId && p.UnitId == u.Id && p.ToDay >= then)).OnDay(db, then)
                : units.Where(u => u.Depth < top + TreeLevels).Open().Now();
            var near = rows.OrderBy(u => u.Depth).ThenBy(u => u.Track).ThenBy(u => u.SortOrder).ThenBy(u => u.Code).Take(TreeUnits);
            return await Lines(db, near, day).ToListAsync(cancellation);
        },
        cancellation);

    internal static IQueryable<UnitLine> Lines(YipanqiDb db, IQueryable<UnitRow> units, DateOnly? day = null) =>
        from u in units
        join p in day is { } then ? db.Set<Unit>().OnDay(db, then) : db.Set<Unit>().Now() on new { u.TenantId, Id = u.ParentId } equals new { p.TenantId, Id = (Guid?)p.Id } into parents
        from parent in parents.DefaultIfEmpty()
        join g in db.Set<PeerGroup>() on new { u.TenantId, Id = u.PeerGroupId } equals new { g.TenantId, Id = (Guid?)g.Id } into groups
        from peers in groups.DefaultIfEmpty()
        select new UnitLine(
            u.Id, u.Code, u.Name, u.ShortName, u.Kind, u.Track, u.Depth, u.SortOrder, u.IsAssessed, u.ParentId, parent.Code ?? "", parent.Name ?? "", peers.Name ?? "", u.Note, u.ClosedDay);
}
