using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Adjustments of a quarter: all of the actor's subtree for those who enter them, newest first.</summary>
public sealed class AdjustmentsQuery(UnitOfWork unitOfWork)
{
    public sealed record Line(
        Guid Id, Guid UnitId, string UnitCode, string ShortName, AdjustmentKind Kind, int Hundredths, string Basis, string Document, AdjustmentState State,
        string EnteredBy, DateTime EnteredUtc, string ConfirmedBy, DateTime? ConfirmedUtc, string WithdrawnBy, DateTime? WithdrawnUtc, string Withdrawal, bool IsOwn);

    public sealed record Page(Quarter Quarter, QuarterState State, AdjustmentRule Rule, ListPage<Line> List)
    {
        public IReadOnlyList<Line> Lines => List.Rows;
    }

    private sealed class Row
    {
        public required Adjustment Adjustment { get; init; }

        public required string Code { get; init; }

        public required string ShortName { get; init; }
    }

    /// <param name="waitingOnly">Only what waits for the actor's decision, see <see cref="Waiting"/>.</param>
    public Task<Page> FindAsync(Actor actor, Quarter quarter, bool waitingOnly, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var cycle = await db.CycleOfAsync(quarter, cancellation);
            var chosen = waitingOnly ? Waiting(db, actor, cycle) : All(db, actor, quarter);
            var found = await chosen.PageAsync(page, rows => rows.OrderByDescending(a => a.EnteredUtc).ThenByDescending(a => a.Id), rows => Rows(db, rows), cancellation);
            var names = await PersonNames.LoadAsync(db, found.Rows.SelectMany(r => new[] { r.Adjustment.EnteredBy, r.Adjustment.ConfirmedBy, r.Adjustment.WithdrawnBy }), cancellation);
            return new Page(
                quarter, cycle?.State ?? QuarterState.NotOpened, AdjustmentRule.For(quarter),
                new([.. found.Rows.Select(r => LineOf(actor, r.Adjustment, r.Code, r.ShortName, names))], found.Page, found.Counted, found.IsMore));
        },
        cancellation);

    /// <summary>What waits for the actor to confirm: entered by somebody else, in a quarter that is not published. The list and the count beside the menu ask this.</summary>
    internal static IQueryable<Adjustment> Waiting(YipanqiDb db, Actor actor, QuarterCycle? cycle)
    {
        if (cycle is null or { State: QuarterState.Published })
        {
            return db.Set<Adjustment>().Where(_ => false);
        }

        var units = db.Set<Unit>().Within(actor, Permission.PublishAssessment, u => u.Path);
        return All(db, actor, cycle.Quarter).Where(a => a.State == AdjustmentState.Entered && a.EnteredBy != actor.PersonId && units.Any(u => u.Id == a.UnitId));
    }

    private static IQueryable<Adjustment> All(YipanqiDb db, Actor actor, Quarter quarter)
    {
        var key = quarter.Key;
        var units = db.Set<Unit>().Within(actor, Permission.EnterAdjustments, u => u.Path);
        return db.Set<Adjustment>().Where(a => a.QuarterKey == key && units.Any(u => u.Id == a.UnitId));
    }

    // Joined again in the order of the page: a join keeps none.
    private static IQueryable<Row> Rows(YipanqiDb db, IQueryable<Adjustment> adjustments) =>
        from a in adjustments
        join u in db.Set<Unit>() on new { a.TenantId, Id = a.UnitId } equals new { u.TenantId, u.Id }
        orderby a.EnteredUtc descending, a.Id descending
        select new Row { Adjustment = a, Code = u.Code, ShortName = u.ShortName };

    /// <summary>Null where it is not there or not in the actor's subtree.</summary>
    public Task<(Quarter Quarter, QuarterState State, Line Line)?> OneAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync<(Quarter, QuarterState, Line)?>(
        actor.TenantId,
        async db =>
        {
            var row = await (
                from u in db.Set<Unit>().Within(actor, Permission.EnterAdjustments, u => u.Path)
                join a in db.Set<Adjustment>() on new { u.TenantId, UnitId = u.Id } equals new { a.TenantId, a.UnitId }
                where a.Id == id
                select new { Adjustment = a, u.Code, u.ShortName }).SingleOrDefaultAsync(cancellation);
            if (row is null)
            {
                return null;
            }

            var quarter = Quarter.FromKey(row.Adjustment.QuarterKey);
            var names = await PersonNames.LoadAsync(db, [row.Adjustment.EnteredBy, row.Adjustment.ConfirmedBy, row.Adjustment.WithdrawnBy], cancellation);
            return (quarter, (await db.CycleOfAsync(quarter, cancellation))?.State ?? QuarterState.NotOpened, LineOf(actor, row.Adjustment, row.Code, row.ShortName, names));
        },
        cancellation);

    private static Line LineOf(Actor actor, Adjustment a, string code, string shortName, PersonNames names) => new(
        a.Id, a.UnitId, code, shortName, a.Kind, a.Hundredths, a.Basis, a.Document, a.State, names.Of(a.EnteredBy), a.EnteredUtc, names.Of(a.ConfirmedBy), a.ConfirmedUtc,
        names.Of(a.WithdrawnBy), a.WithdrawnUtc, a.Withdrawal, a.EnteredBy == actor.PersonId);
}
