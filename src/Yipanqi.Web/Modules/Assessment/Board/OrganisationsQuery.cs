using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The list of organisations, a page at a time. The usual order, the serious first, is that of an index; any other is sorted by the
/// database once and kept, since a snapshot does not change.
/// </summary>
public sealed class OrganisationsQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <summary>Counted up to here, and turned over up to here: beyond, a person narrows the list.</summary>
    public const int MostCounted = 10_000;

    private const int BytesPerLine = 400;

    /// <param name="Name">Words of the name as it is today, or the beginning of the code; null for all.</param>
    /// <param name="Level">Null for all; Grey finds those without a level, too.</param>
    /// <param name="Group">Null for all, <see cref="Guid.Empty"/> for those without a group.</param>
    /// <param name="Sort">Key of a column; without one the serious come first.</param>
    public sealed record Input(
        Quarter? Quarter, bool Preview, UnitTier Tier, string? Name, WarningLevel? Level, Guid? Group, string? Sort, bool Descending, int Skip, int Take)
    {
        /// <summary>These units alone; empty for all.</summary>
        public IReadOnlyList<Guid> Chosen { get; init; } = [];

        /// <summary>What makes two asks the same list.</summary>
        public string Key => $"{Tier} {Name} {Level} {Group} {string.Join(',', Chosen)}";
    }

    /// <summary>Null where no quarter has a snapshot the actor may open.</summary>
    public Task<OrganisationsView?> FindAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, input, cancellation), cancellation);

    private async Task<OrganisationsView?> FindAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, input.Quarter, input.Preview) is not { } head)
        {
            return null;
        }

        var scope = new ScopeLoad(snapshots, db, actor, head);
        var permission = SnapshotStore.PermissionFor(actor, head);
        var (organs, branches, names) = await snapshots.KeepAsync(
            actor, permission, head.Id, $"tiers {head.Version}", async () =>
            {
                var (o, b) = await scope.TiersAsync(cancellation);
                return (o, b, await GroupsAsync(db, scope, head, cancellation));
            },
            made => 200L * (1 + made.Item3.Count));
        var rows = Matching(db, scope.Rows([head.Id]).In(input.Tier), input);
        var total = await snapshots.KeepAsync(
            actor, permission, head.Id, $"count {head.Version} {input.Key}",
            () => rows.Take(MostCounted + 1).CountAsync(cancellation), _ => 200);
        var lines = await snapshots.KeepAsync(
            actor, permission, head.Id, $"list {head.Version} {input.Key} {input.Sort} {input.Descending} {input.Skip} {input.Take}",
            () => OrganisationSort.PageAsync(rows, input.Sort, input.Descending, input.Skip, input.Take, cancellation), made => BytesPerLine * (long)(1 + made.Count));
        return new(SnapshotStore.Choices(heads), head, organs, branches, names, total, [.. lines.Select(l => l.ToOrganisation())]);
    }

    private static async Task<List<(Guid? Id, string Name)>> GroupsAsync(YipanqiDb db, ScopeLoad scope, SnapshotHead head, CancellationToken cancellation)
    {
        var figures = (await scope.OfAsync([head.Id], UnitTier.All, cancellation))[head.Id];
        var names = await PeerGroupNames.LoadAsync(db, cancellation);
        var known = names.Where(n => n.Id is not null).Select(n => n.Id).ToHashSet();
        var present = figures.Groups.Select(g => known.Contains(g.Id) ? g.Id : null).ToHashSet();
        return [.. names.Where(n => present.Contains(n.Id))];
    }

    private static IQueryable<OrganisationScore> Matching(YipanqiDb db, IQueryable<OrganisationScore> rows, Input input)
    {
        if (input.Level is { } level)
        {
            var severity = ScoreLine.SeverityOf(level);
            rows = rows.Where(s => s.Severity == severity);
        }

        if (input.Group is { } group)
        {
            Guid? id = group == Guid.Empty ? null : group;
            rows = rows.Where(s => s.PeerGroupId == id);
        }

        if (input.Chosen is { Count: > 0 } chosen)
        {
            rows = rows.Where(s => chosen.Contains(s.UnitId));
        }

        if (input.Name is { } name)
        {
            rows = rows.FoundBy(db, SearchKind.Unit, name, s => s.UnitId);
        }

        return rows;
    }
}
