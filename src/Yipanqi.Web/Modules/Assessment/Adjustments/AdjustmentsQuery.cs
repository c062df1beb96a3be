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

    public sealed record Page(Quarter Quarter, QuarterState State, AdjustmentRule Rule, IReadOnlyList<Line> Lines, int Total, int Waiting);

    public Task<Page> FindAsync(Actor actor, Quarter quarter, AdjustmentState? state, int skip, int take, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var key = quarter.Key;
            var cycle = await db.CycleOfAsync(quarter, cancellation);
            var units = db.Set<Unit>().Within(actor, Permission.EnterAdjustments, u => u.Path);
            var all = db.Set<Adjustment>().Where(a => a.QuarterKey == key && units.Any(u => u.Id == a.UnitId));
            var waiting = await all.CountAsync(a => a.State == AdjustmentState.Entered, cancellation);
            var chosen = state is null ? all : all.Where(a => a.State == state);
            var rows = await (
                from a in chosen
                join u in db.Set<Unit>() on new { a.TenantId, Id = a.UnitId } equals new { u.TenantId, u.Id }
                orderby a.EnteredUtc descending, a.Id descending
                select new { Adjustment = a, u.Code, u.ShortName }).Skip(skip).Take(take).ToListAsync(cancellation);
            var names = await PersonNames.LoadAsync(db, rows.SelectMany(r => new[] { r.Adjustment.EnteredBy, r.Adjustment.ConfirmedBy, r.Adjustment.WithdrawnBy }), cancellation);
            return new Page(
                quarter, cycle?.State ?? QuarterState.NotOpened, AdjustmentRule.For(quarter), [.. rows.Select(r => LineOf(actor, r.Adjustment, r.Code, r.ShortName, names))],
                await chosen.CountAsync(cancellation), waiting);
        },
        cancellation);

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
