using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Who owes what in an opened quarter: organisations by counts that the database makes, and the missing items of one page of them.</summary>
public sealed class CollectQuery(UnitOfWork unitOfWork)
{
    /// <param name="OwingOnly">Leaves out organisations that owe nothing.</param>
    /// <param name="ByOwed">Most owed first; else by code.</param>
    public sealed record Filter(string? Name, Guid? GroupId, bool OwingOnly, bool ByOwed);

    public sealed record Page(Quarter Quarter, CycleView Cycle, ListPage<CollectLine> List, int Organisations, IReadOnlyList<(Guid Id, string Name)> Groups)
    {
        public IReadOnlyList<CollectLine> Lines => List.Rows;
    }

    private sealed class Row
    {
        public required Guid Id { get; init; }

        public required string Code { get; init; }

        public required string ShortName { get; init; }

        public required Guid? GroupId { get; init; }

        public required int Reported { get; init; }
    }

    /// <summary>One page; null where the quarter is not opened.</summary>
    /// <param name="most">For a download: so many rows from the first instead of a page.</param>
    public Task<Page?> FindAsync(Actor actor, Quarter quarter, Filter filter, int page, CancellationToken cancellation, int? most = null) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var cycle = await db.CycleOfAsync(quarter, cancellation);
            if (cycle is null)
            {
                return null;
            }

            var items = new CollectItems((await db.DefinitionOfAsync(cycle, cancellation))!);
            var organisations = db.Set<Unit>().Within(actor, Permission.EnterObservations, u => u.Path).Where(u => u.IsAssessed);
            var chosen = Rows(db, organisations, filter, quarter.Key, items);
            var found = most is { } rows ? new(await Ordered(chosen, filter).Take(rows).ToListAsync(cancellation), 1, rows, false) : await chosen.PageAsync(page, all => Ordered(all, filter), all => all, cancellation);
            var groups = await PeerGroupNames.LoadAsync(db, cancellation);
            return new Page(
                quarter, CycleReading.ViewOf(cycle, [], default), new(await LinesAsync(db, found.Rows, groups, quarter.Key, items, cancellation), found.Page, found.Counted, found.IsMore),
                await KeptCounts.CountAsync(organisations, Listing.CountedAtMost, cancellation), [.. groups.Where(g => g.Id is not null).Select(g => (g.Id!.Value, g.Name))]);
        },
        cancellation);

    private static IQueryable<Row> Ordered(IQueryable<Row> rows, Filter filter) => filter.ByOwed ? rows.OrderBy(r => r.Reported).ThenBy(r => r.Code) : rows.OrderBy(r => r.Code);

    private static IQueryable<Row> Rows(YipanqiDb db, IQueryable<Unit> organisations, Filter filter, int key, CollectItems items)
    {
        var chosen = string.IsNullOrEmpty(filter.Name) ? organisations : organisations.FoundBy(db, SearchKind.Unit, filter.Name, u => u.Id);
        chosen = filter.GroupId is { } group ? chosen.Where(u => u.PeerGroupId == group) : chosen;
        var counts = ReportedPair.Of(db, chosen, key, items.Codes).GroupBy(p => p.UnitId).Select(g => new { UnitId = g.Key, Count = g.Count() });
        var rows =
            from u in chosen
            join c in counts on u.Id equals c.UnitId into found
            from c in found.DefaultIfEmpty()
            select new Row { Id = u.Id, Code = u.Code, ShortName = u.ShortName, GroupId = u.PeerGroupId, Reported = (int?)c.Count ?? 0 };
        var asked = items.Codes.Count;
        return filter.OwingOnly ? rows.Where(r => r.Reported < asked) : rows;
    }

    private static async Task<IReadOnlyList<CollectLine>> LinesAsync(
        YipanqiDb db, IReadOnlyList<Row> rows, IReadOnlyList<(Guid? Id, string Name)> groups, int key, CollectItems items, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var pairs = await ReportedPair.Of(db, db.Set<Unit>().Where(u => EF.Parameter(ids).Contains(u.Id)), key, items.Codes).ToListAsync(cancellation);
        var waiting = await db.Set<ManualFigure>().Where(f => f.QuarterKey == key && f.State == ManualState.Entered && EF.Parameter(ids).Contains(f.UnitId))
            .GroupBy(f => f.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var reported = pairs.ToLookup(p => p.UnitId, p => p.ItemCode);
        var names = groups.Where(g => g.Id is not null).ToDictionary(g => g.Id!.Value, g => g.Name);
        return [.. rows.Select(r => new CollectLine(
            r.Id, r.Code, r.ShortName, names.GetValueOrDefault(r.GroupId ?? Guid.Empty, ""), items.Codes.Count, r.Reported, waiting.GetValueOrDefault(r.Id), items.Owed(reported[r.Id].ToHashSet())))];
    }
}
