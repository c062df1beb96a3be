using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Self-reported figures of a quarter in the subtrees where the actor reviews: those that wait first.</summary>
public sealed class ReviewsQuery(UnitOfWork unitOfWork)
{
    public sealed record Page(Quarter Quarter, ListPage<ReviewLine> List)
    {
        public IReadOnlyList<ReviewLine> Lines => List.Rows;
    }

    internal sealed class Row
    {
        public required ManualFigure Figure { get; init; }

        public required string Code { get; init; }

        public required string ShortName { get; init; }

        public required string Path { get; init; }
    }

    /// <param name="waitingOnly">Only what waits for the actor, see <see cref="Waiting"/>.</param>
    public Task<Page> FindAsync(Actor actor, Quarter quarter, bool waitingOnly, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var chosen = waitingOnly ? Waiting(db, actor, await db.CycleOfAsync(quarter, cancellation)) : Rows(db, actor, quarter);
            var found = await chosen.PageAsync(page, rows => rows.OrderBy(r => r.Figure.State).ThenBy(r => r.Code).ThenBy(r => r.Figure.ItemCode), rows => rows, cancellation);
            return new Page(quarter, new(await LinesAsync(db, actor, quarter, found.Rows, cancellation), found.Page, found.Counted, found.IsMore));
        },
        cancellation);

    /// <summary>Of these (<see cref="ReviewLine.Key"/>) those that wait for the actor's review.</summary>
    public Task<IReadOnlyList<ReviewLine>> ChosenAsync(Actor actor, Quarter quarter, IReadOnlyCollection<string> keys, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var ids = keys.Select(k => Guid.TryParse(k.Split('.')[0], out var id) ? id : Guid.Empty).Distinct().Take(ReviewFigures.Most).ToArray();
            var rows = await Waiting(db, actor, await db.CycleOfAsync(quarter, cancellation)).Where(r => EF.Parameter(ids).Contains(r.Figure.UnitId))
                .OrderBy(r => r.Code).ThenBy(r => r.Figure.ItemCode).Take(ReviewFigures.Most).ToListAsync(cancellation);
            return (IReadOnlyList<ReviewLine>)[.. (await LinesAsync(db, actor, quarter, rows, cancellation)).Where(l => keys.Contains(l.Key))];
        },
        cancellation);

    /// <summary>What waits for the actor's review: entered by somebody else, in a quarter that is not published. The list and the count beside the menu ask this.</summary>
    internal static IQueryable<Row> Waiting(YipanqiDb db, Actor actor, QuarterCycle? cycle) => cycle is null or { State: QuarterState.Published }
        ? Rows(db, actor, default).Where(_ => false)
        : Rows(db, actor, cycle.Quarter).Where(r => r.Figure.State == ManualState.Entered && r.Figure.EnteredBy != actor.PersonId);

    public Task<ReviewLine?> OneAsync(Actor actor, Quarter quarter, Guid unitId, string itemCode, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var rows = await Rows(db, actor, quarter).Where(r => r.Figure.UnitId == unitId && r.Figure.ItemCode == itemCode).ToListAsync(cancellation);
            return (await LinesAsync(db, actor, quarter, rows, cancellation)).SingleOrDefault();
        },
        cancellation);

    /// <summary>The self-reports of an item by these units, for the trace of a figure.</summary>
    internal static async Task<IReadOnlyList<ReviewLine>> BehindAsync(
        YipanqiDb db, SchemeDefinition definition, Quarter quarter, string itemCode, IReadOnlyList<ForestUnit> units, CancellationToken cancellation)
    {
        if (definition.Find(itemCode, ManualItems.IsManual) is not { } node)
        {
            return [];
        }

        var (key, ids) = (quarter.Key, units.Select(u => u.Id).ToList());
        var figures = await db.Set<ManualFigure>().Where(f => f.QuarterKey == key && f.ItemCode == itemCode && ids.Contains(f.UnitId)).ToListAsync(cancellation);
        var names = await PersonNames.LoadAsync(db, figures.SelectMany(f => new[] { f.EnteredBy, f.ReviewedBy }), cancellation);
        return [.. figures.Join(units, f => f.UnitId, u => u.Id, (f, u) => LineOf(f, u.Code, u.ShortName, node, names, canReview: false))];
    }

    // The actor's own level is left out by the length of its path: what stands above is strictly longer.
    private static IQueryable<Row> Rows(YipanqiDb db, Actor actor, Quarter quarter)
    {
        var key = quarter.Key;
        var tops = actor.PathsFor(Permission.ReviewObservations);
        return from unit in db.Set<Unit>().Within(actor, Permission.ReviewObservations, u => u.Path).Where(u => !tops.Contains(u.Path))
               join figure in db.Set<ManualFigure>() on new { unit.TenantId, UnitId = unit.Id } equals new { figure.TenantId, figure.UnitId }
               where figure.QuarterKey == key
               select new Row { Figure = figure, Code = unit.Code, ShortName = unit.ShortName, Path = unit.Path };
    }

    private static async Task<IReadOnlyList<ReviewLine>> LinesAsync(YipanqiDb db, Actor actor, Quarter quarter, IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var nodes = ((await db.DefinitionOfAsync(await db.CycleOfAsync(quarter, cancellation), cancellation))?.Nodes ?? []).ToDictionary(n => n.Code);
        var names = await PersonNames.LoadAsync(db, rows.SelectMany(r => new[] { r.Figure.EnteredBy, r.Figure.ReviewedBy }), cancellation);
        return [.. rows.Select(r => LineOf(
            r.Figure, r.Code, r.ShortName, nodes.GetValueOrDefault(r.Figure.ItemCode), names,
            r.Figure.EnteredBy != actor.PersonId && actor.StandsAbove(Permission.ReviewObservations, r.Path)))];
    }

    private static ReviewLine LineOf(ManualFigure f, string code, string shortName, SchemeNode? node, PersonNames names, bool canReview) => new(
        f.UnitId, code, shortName, f.ItemCode, node?.Name ?? "", node?.Item?.Unit ?? "", f.State, f.SelfFigure, f.Evidence, f.Document, f.FileName,
        names.Of(f.EnteredBy), f.EnteredUtc, f.ReviewedFigure, f.ReviewNote, names.Of(f.ReviewedBy), f.ReviewedUtc, canReview, f.Version);
}
