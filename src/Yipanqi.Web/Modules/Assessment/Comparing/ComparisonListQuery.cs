using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The organisations of a scope in two published quarters. Only the rows of the page are split over their items.</summary>
public sealed class ComparisonListQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 20_000;

    /// <param name="Tier">Which organisations are listed; 机关 where nothing is asked and there are any.</param>
    /// <param name="OnlyBefore">How many organisations of the scope were assessed in the earlier quarter alone.</param>
    public sealed record View(
        IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Before, SnapshotHead After, UnitTier Tier, IReadOnlyList<(Guid? Id, string Name)> Groups, ListPage<ComparisonRow> Page, int OnlyBefore,
        SchemeShift? Shift)
    {
        public string GroupOf(ComparisonRow row) => Groups.FirstOrDefault(g => g.Id == row.PeerGroupId).Name ?? "";
    }

    /// <summary>Null where fewer than two quarters are published.</summary>
    /// <param name="page">Null for all rows at once, for a download.</param>
    public Task<View?> FindAsync(Actor actor, ComparisonFilter filter, int? page, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, filter, page, cancellation), cancellation);

    private async Task<View?> FindAsync(YipanqiDb db, Actor actor, ComparisonFilter filter, int? page, CancellationToken cancellation)
    {
        if (ComparisonQuarters.Of(await snapshots.HeadsAsync(db, actor, cancellation), filter.From, filter.To) is not { } quarters)
        {
            return null;
        }

        var (before, after) = (Lines(db, actor, quarters.Before.Id), Lines(db, actor, quarters.After.Id));
        var tier = await after.TierAsync(filter.Tier, cancellation);
        var matching = Matching(before, Narrowed(after, filter, tier));
        var lines = page is { } number
            ? await matching.PageAsync(number, p => Ordered(p, filter), p => p.Select(x => x.Now).Select(ComparedLine.FromRow), cancellation)
            : new ListPage<ComparedLine>(await Ordered(matching, filter).Take(MostRows).Select(p => p.Now).Select(ComparedLine.FromRow).ToListAsync(cancellation), 1, 0, false);
        var onlyBefore = await Narrowed(before, filter, tier).CountAsync(s => !after.Any(n => n.UnitId == s.UnitId), cancellation);
        var rows = await RowsAsync(db, quarters, before, lines.Rows, page is null, cancellation);
        return new(
            quarters.Choices, quarters.Before, quarters.After, tier, await PeerGroupNames.LoadAsync(db, cancellation), new(rows, lines.Page, lines.Counted, lines.IsMore), onlyBefore,
            SchemeShift.Of(
                quarters.Before, quarters.After, await snapshots.DefinitionAsync(db, quarters.Before.SchemeId, cancellation),
                await snapshots.DefinitionAsync(db, quarters.After.SchemeId, cancellation)));
    }

    private static IQueryable<OrganisationScore> Lines(YipanqiDb db, Actor actor, Guid snapshotId) =>
        db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath).Where(s => s.SnapshotId == snapshotId);

    private static IQueryable<OrganisationScore> Narrowed(IQueryable<OrganisationScore> lines, ComparisonFilter filter, UnitTier tier)
    {
        lines = filter.Group is { } group ? lines.In(tier).Where(s => s.PeerGroupId == group) : lines.In(tier);
        return filter.Name is { } name ? lines.Where(s => s.ShortName.Contains(name) || s.Code.Contains(name)) : lines;
    }

    private static IQueryable<Two> Matching(IQueryable<OrganisationScore> before, IQueryable<OrganisationScore> after) =>
        from now in after
        join was in before on new { now.TenantId, now.UnitId } equals new { was.TenantId, was.UnitId } into found
        from was in found.DefaultIfEmpty()
        select new Two { Now = now, Change = now.IndexScore - was.IndexScore };

    // Organisations whose change is not known stand last in either direction.
    private static IQueryable<Two> Ordered(IQueryable<Two> rows, ComparisonFilter filter) => (filter.Sort, filter.Descending) switch
    {
        ("name", false) => rows.OrderBy(p => p.Now.ShortName).ThenBy(p => p.Now.Code),
        ("name", true) => rows.OrderByDescending(p => p.Now.ShortName).ThenBy(p => p.Now.Code),
        ("index", false) => rows.OrderBy(p => p.Now.IndexScore == null).ThenBy(p => p.Now.IndexScore).ThenBy(p => p.Now.Code),
        ("index", true) => rows.OrderBy(p => p.Now.IndexScore == null).ThenByDescending(p => p.Now.IndexScore).ThenBy(p => p.Now.Code),
        (_, true) => rows.OrderBy(p => p.Change == null).ThenByDescending(p => p.Change).ThenBy(p => p.Now.Code),
        _ => rows.OrderBy(p => p.Change == null).ThenBy(p => p.Change).ThenBy(p => p.Now.Code),
    };

    private async Task<IReadOnlyList<ComparisonRow>> RowsAsync(
        YipanqiDb db, ComparisonQuarters quarters, IQueryable<OrganisationScore> before, IReadOnlyList<ComparedLine> now, bool all, CancellationToken cancellation)
    {
        var ids = now.Select(l => l.UnitId).ToList();
        var was = await (all ? before : before.Where(s => ids.Contains(s.UnitId))).Select(ComparedLine.FromRow).ToListAsync(cancellation);
        var pair = await ComparedPair.OpenAsync(db, snapshots, (quarters.Before, was), (quarters.After, now), cancellation);
        var old = was.ToDictionary(l => l.UnitId);
        return [.. now.Select(line => RowOf(pair, old.GetValueOrDefault(line.UnitId), line))];
    }

    private static ComparisonRow RowOf(ComparedPair pair, ComparedLine? was, ComparedLine now)
    {
        var state = pair.StateOf(now, out var parts);
        var named = pair.Named(parts);
        var split = state == ComparisonState.Exact;
        return new(
            now.UnitId, now.Code, now.ShortName, now.PeerGroupId, was?.Level, now.Level, was?.Index, now.Index, was is { Rank: > 0 } ? was.Rank : null, now.Rank > 0 ? now.Rank : null,
            state, split ? parts.Sum(p => p.Value) : null, split ? parts.Sum(p => p.Weight) : null, split ? parts.Sum(p => p.Coverage) : null, split ? now.Adjusted - was!.Adjusted : null,
            named.Where(p => p.Total > 0).MaxBy(p => p.Total), named.Where(p => p.Total < 0).MinBy(p => p.Total));
    }

    private sealed class Two
    {
        public required OrganisationScore Now { get; init; }

        public double? Change { get; init; }
    }
}
