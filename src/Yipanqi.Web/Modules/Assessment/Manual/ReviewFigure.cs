using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 核定：the level above sets the value that counts, or gives the figure back. The value becomes the organisation's observation of the
/// quarter; giving back takes it out again.
/// </summary>
public sealed class ReviewFigure(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Return">Gives it back instead of setting a value.</param>
    public sealed record Input(Quarter Quarter, Guid UnitId, string ItemCode, string Figure, string Note, bool Return);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => ReviewAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<bool>> ReviewAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, note) = (input.Quarter.Key, input.Note.Trim());
        var cycle = await db.CycleOfAsync(input.Quarter, cancellation);
        var unit = await db.Set<Unit>().Within(actor, Permission.ReviewObservations, u => u.Path).SingleOrDefaultAsync(u => u.Id == input.UnitId, cancellation);
        var figure = await db.Set<ManualFigure>().SingleOrDefaultAsync(f => f.QuarterKey == key && f.UnitId == input.UnitId && f.ItemCode == input.ItemCode, cancellation);
        var node = (await db.DefinitionOfAsync(cycle, cancellation))?.Find(input.ItemCode, ManualItems.IsManual);
        if (unit is null || figure is null || node is null || !actor.StandsAbove(Permission.ReviewObservations, unit.Path))
        {
            return new Refusal("review.absent", "", "没有这项自评，或者不由您核定。自评由上一级核定。");
        }

        if (cycle!.State == QuarterState.Published)
        {
            return FigureGate.Refuse(cycle.State, input.Quarter, isCommittee: true)!;
        }

        if (Check(actor, figure, note, input.Return) is { } refusal)
        {
            return refusal;
        }

        var (reported, wrong) = input.Return ? (null, "") : FigureEntry.Parse(node, input.Figure);
        if (wrong.Length > 0)
        {
            return new Refusal("review.figure", nameof(input.Figure), wrong);
        }

        if (reported is not null && FigureEntry.Write(reported) != figure.SelfFigure && note.Length == 0)
        {
            return new Refusal("review.reason", nameof(input.Note), "核定值与自评不同，请写明理由。");
        }

        if (input.Return)
        {
            figure.Return(note, actor.PersonId, now);
            await db.RemoveObservationAsync(key, unit.Id, node.Code, cancellation);
        }
        else
        {
            figure.Review(FigureEntry.Write(reported!), note, actor.PersonId, now);
            await db.TakeObservationAsync(input.Quarter, unit.Id, node.Code, reported! with { Source = "自评，经上级核定" }, new Provenance(actor.PersonId, now, now, null), cancellation);
        }

        await db.SaveAsync(new Change(actor.PersonId, now, input.Return ? "figure.returned" : "figure.reviewed", nameof(ManualFigure), unit.Id, note, EnterFigure.DetailOf(figure)), cancellation);
        return true;
    }

    private static Refusal? Check(Actor actor, ManualFigure figure, string note, bool isReturn) => figure switch
    {
        _ when figure.EnteredBy == actor.PersonId => new("review.own", "", "这是您自己填的，请由另一位同志核定。"),
        { State: ManualState.Returned } => new("review.returned", "", "这项自评已退回，等单位重新填报。"),
        { State: ManualState.Reviewed } when !isReturn => new("review.done", "", "这项自评已核定。要改，请先退回并写明理由。"),
        _ when note.Length > ManualFigure.MostNote || (isReturn && note.Length == 0) => new("review.note", nameof(Input.Note), $"请写明理由，{ManualFigure.MostNote} 字以内。"),
        _ => null,
    };
}
