using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Changes what a figure is to reach and by when; the journal keeps both.</summary>
public sealed class EditFigure(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid TaskId, Guid FigureId, int Version, FigureValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        FigureAccess.RunAsync(unitOfWork, actor, input.TaskId, input.FigureId, (db, task, figure) => SaveAsync(db, actor, task, figure, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, KeyFigure figure, Input input, CancellationToken cancellation)
    {
        if (figure.Version != input.Version)
        {
            return new Refusal(TaskChanges.RacedCode, "", "没有保存。刚才有人改过这项指标。您填的内容还在，请核对后再保存。");
        }

        var facts = FigureText.Read(input.Values, task);
        if (!facts.IsDone)
        {
            return Outcome<Guid>.Refused(facts.Refusals);
        }

        if (figure.Describe(facts.Value))
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "key-figure.edited", nameof(BusinessTask), task.Id, "", FigureChange.Detail(figure)), cancellation);
        }

        return figure.Id;
    }
}
