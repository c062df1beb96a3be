using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Tells what a figure had reached by a day. A second value for the same day corrects the first; both stay to be seen.</summary>
public sealed class TellValue(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, Guid FigureId, string Day, string Value);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        FigureAccess.RunAsync(unitOfWork, actor, input.TaskId, input.FigureId, (db, task, figure) => SaveAsync(db, actor, task, figure, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, KeyFigure figure, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        _ = DayText.TryRead(input.Day, out var day);
        var refusals = new List<Refusal?>
        {
            FigureText.DayFault(nameof(input.Day), day, task, ChinaTime.DayOf(now)),
            FigureWords.TryRead(input.Value, out var value) ? null : TaskText.Fault(nameof(input.Value), "实际值要填一个数，如 88 或 4.2。"),
        }.OfType<Refusal>().ToList();
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var holds = await db.Set<KeyFigureValue>().Where(v => v.KeyFigureId == figure.Id && v.Day == day).Newest().FirstOrDefaultAsync(cancellation);
        if (holds?.Value == value)
        {
            return holds.Id;
        }

        var told = KeyFigureValue.New(figure, day!.Value, value, $"人工填报：{actor.Name}", now);
        db.Add(told);
        await db.SaveAsync(new Change(actor.PersonId, now, holds is null ? "key-figure.told" : "key-figure.corrected", nameof(BusinessTask), task.Id, "", FigureChange.Detail(figure, told)), cancellation);
        return told.Id;
    }
}
