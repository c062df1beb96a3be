using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Takes away a figure that was entered by mistake; one with values stays.</summary>
public sealed class RemoveFigure(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, Guid FigureId);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        FigureAccess.RunAsync(unitOfWork, actor, input.TaskId, input.FigureId, (db, task, figure) => SaveAsync(db, actor, task, figure, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, KeyFigure figure, CancellationToken cancellation)
    {
        if (await db.Set<KeyFigureValue>().AnyAsync(v => v.KeyFigureId == figure.Id, cancellation))
        {
            return new Refusal("figure.told", "", "没有删除。这项指标已经有实际值；值填错的，请按同一天再填一次更正。");
        }

        db.Remove(figure);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "key-figure.removed", nameof(BusinessTask), task.Id, "", FigureChange.Detail(figure)), cancellation);
        return task.Id;
    }
}
