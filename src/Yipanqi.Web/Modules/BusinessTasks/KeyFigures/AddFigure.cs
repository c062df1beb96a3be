using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Adds a figure to a key task.</summary>
public sealed class AddFigure(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, FigureValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Input input, CancellationToken cancellation)
    {
        var facts = FigureText.Read(input.Values, task);
        var refusals = facts.Refusals.ToList();
        var known = await db.Set<KeyFigure>().Where(f => f.TaskId == task.Id).Select(f => f.Code).ToListAsync(cancellation);
        var code = input.Values.Code.Length > 0 ? input.Values.Code : NextCode(known);
        if (TaskText.CodeFault(code) is { } fault)
        {
            refusals.Add(TaskText.Fault(nameof(input.Values.Code), fault));
        }
        else if (known.Contains(code))
        {
            refusals.Add(TaskText.Fault(nameof(input.Values.Code), $"编号 {code} 在这项任务里已经用过。请换一个，或空着由平台编。"));
        }

        if (known.Count >= KeyFigure.MostOfTask)
        {
            refusals.Add(new Refusal("figure.most", "", $"一项任务最多 {KeyFigure.MostOfTask} 项指标。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var figure = KeyFigure.New(task, code, facts.Value);
        db.Add(figure);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "key-figure.added", nameof(BusinessTask), task.Id, "", FigureChange.Detail(figure)), cancellation);
        return figure.Id;
    }

    internal static string NextCode(IReadOnlyCollection<string> known) => Enumerable.Range(1, known.Count + 1).Select(n => $"ZB{n:00}").First(c => !known.Contains(c));
}
