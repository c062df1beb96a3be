using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The quarters of a year for the organisations of one peer group, in the order of the last quarter's ranks.</summary>
public sealed class YearQuery(UnitOfWork unitOfWork, SnapshotStore snapshots)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 20_000;

    /// <summary>Null where no quarter is published or the actor sees no organisation in the last one of the year.</summary>
    /// <param name="year">Null: the newest year with a published quarter.</param>
    /// <param name="page">Null for all rows at once, for a download.</param>
    public Task<YearView?> FindAsync(Actor actor, int? year, Guid? groupId, int? page, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, year, groupId, page, cancellation), cancellation);

    private async Task<YearView?> FindAsync(YipanqiDb db, Actor actor, int? year, Guid? groupId, int? page, CancellationToken cancellation)
    {
        var published = (await snapshots.HeadsAsync(db, actor, cancellation)).Where(h => h.Status == SnapshotStatus.Published).ToList();
        var years = published.Select(h => h.Quarter.Year).Distinct().ToList();
        var shown = years.Find(y => y == year) is > 0 and var asked ? asked : years.FirstOrDefault();
        var quarters = published.Where(h => h.Quarter.Year == shown).Reverse().ToList();
        if (quarters.Count == 0)
        {
            return null;
        }

        var last = Lines(db, actor, quarters[^1].Id);
        var groups = await GroupsAsync(db, last, cancellation);
        if ((groups.Find(g => g.Id == groupId && groupId is not null) ?? groups.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var matching = last.Where(s => s.PeerGroupId == chosen.Id);
        var order = (IQueryable<OrganisationScore> rows) => rows.OrderBy(s => s.Rank == 0).ThenBy(s => s.Rank).ThenBy(s => s.Position);
        var found = page is { } number
            ? await matching.PageAsync(number, rows => order(rows), rows => rows.Select(ComparedLine.FromRow), cancellation)
            : new ListPage<ComparedLine>(await order(matching).Take(MostRows).Select(ComparedLine.FromRow).ToListAsync(cancellation), 1, 0, false);
        var earlier = await EarlierAsync(db, actor, quarters, chosen.Id, found.Rows, page is null, cancellation);
        var lines = found.Rows.Select(l => LineOf(l, quarters, earlier)).ToList();
        return new YearView(shown, years, quarters, groups, chosen, new(lines, found.Page, found.Counted, found.IsMore));
    }

    private static IQueryable<OrganisationScore> Lines(YipanqiDb db, Actor actor, Guid snapshotId) =>
        db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath).Where(s => s.SnapshotId == snapshotId);

    private static async Task<List<RankingGroup>> GroupsAsync(YipanqiDb db, IQueryable<OrganisationScore> lines, CancellationToken cancellation)
    {
        var counts = await lines.GroupBy(s => s.PeerGroupId).Select(g => new { g.Key, Count = g.Count(), Ranked = g.Max(s => s.Ranked) }).ToListAsync(cancellation);
        var names = await PeerGroupNames.LoadAsync(db, cancellation);
        return [.. from name in names from count in counts where count.Key == name.Id select new RankingGroup(name.Id, name.Name, count.Count, count.Ranked)];
    }

    private static async Task<ILookup<Guid, ComparedLine>> EarlierAsync(
        YipanqiDb db, Actor actor, List<SnapshotHead> quarters, Guid? groupId, IReadOnlyList<ComparedLine> shown, bool all, CancellationToken cancellation)
    {
        var snapshotIds = quarters.Select(q => q.Id).ToList();
        var unitIds = shown.Select(l => l.UnitId).ToList();
        var lines = db.Set<OrganisationScore>().AsNoTracking().Within(actor, Permission.ViewAssessment, s => s.ScopePath).Where(s => snapshotIds.Contains(s.SnapshotId));
        var rows = await (all ? lines.Where(s => s.PeerGroupId == groupId) : lines.Where(s => unitIds.Contains(s.UnitId))).Select(ComparedLine.FromRow).ToListAsync(cancellation);
        return rows.ToLookup(l => l.UnitId);
    }

    private static YearView.Line LineOf(ComparedLine line, List<SnapshotHead> quarters, ILookup<Guid, ComparedLine> all) => new(
        line.UnitId, line.Code, line.ShortName,
        [.. quarters.Select(q => all[line.UnitId].FirstOrDefault(l => l.SnapshotId == q.Id) is { } own ? CellOf(q.Quarter, own) : null)]);

    private static YearView.Cell CellOf(Quarter quarter, ComparedLine line) =>
        new(quarter, line.Level, line.Index, Place(line.Rank), Place(line.RankLow), Place(line.RankHigh), line.Ranked, line.Verdict);

    private static int? Place(int rank) => rank == 0 ? null : rank;
}
