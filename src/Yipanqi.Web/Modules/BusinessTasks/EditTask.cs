using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Changes what is told of a key task. Whoever saves second, having read before the first save, is told so and loses nothing typed.</summary>
public sealed class EditTask(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid TaskId, int Version, TaskValues Values);

    /// <summary>Answers the offer to take it back; null where nothing changed.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync<Guid?>(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Input input, CancellationToken cancellation)
    {
        if (await TaskChanges.RacedAsync(db, task, input.Version, cancellation) is { } raced)
        {
            return raced;
        }

        var facts = TaskText.Read(input.Values);
        if (!facts.IsDone)
        {
            return Outcome<Guid?>.Refused(facts.Refusals);
        }

        var before = await TaskBefore.OfAsync(db, task, cancellation);
        var partners = input.Values.Partners != task.PartnerText && await db.SetPartnersAsync(actor, task, input.Values.Partners, cancellation);
        if (!(task.Describe(facts.Value) | partners))
        {
            return Outcome<Guid?>.Done(null);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Guid? undo = await db.OfferUndoAsync(actor, RestoreTasks.KindName, $"修改重点任务 {task.Title}", new[] { before }, now, cancellation);
        var detail = JsonSerializer.Serialize(new { due = before.Facts.DueDay, due_now = task.DueDay, importance = before.Facts.Importance, importance_now = task.Importance });
        await db.SaveAsync(new Change(actor.PersonId, now, "task.edited", nameof(BusinessTask), task.Id, "", detail), cancellation);
        return undo;
    }
}
