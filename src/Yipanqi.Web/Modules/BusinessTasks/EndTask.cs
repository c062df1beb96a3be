using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>办结 on a day, 取消 with the reason, or 恢复 of one that ended too early.</summary>
public sealed class EndTask(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="To">The state it is to have.</param>
    /// <param name="Day">When completed; asked for <see cref="TaskState.Done"/> alone.</param>
    /// <param name="Reason">Asked for cancelling and for taking up again.</param>
    public sealed record Input(Guid TaskId, int Version, TaskState To, string Day, string Reason);

    /// <summary>Answers the offer to take it back.</summary>
    public Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunAsync<Guid?>(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input, cancellation), cancellation);

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await TaskChanges.RacedAsync(db, task, input.Version, cancellation) is { } raced)
        {
            return raced;
        }

        if (Check(task, input, ChinaTime.DayOf(now), out var day) is { } refusal)
        {
            return refusal;
        }

        var before = await TaskBefore.OfAsync(db, task, cancellation);
        var (action, word) = Move(task, input, day);
        Guid? undo = await db.OfferUndoAsync(actor, RestoreTasks.KindName, $"{word}重点任务 {task.Title}", new[] { before }, now, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, now, action, nameof(BusinessTask), task.Id, input.To == TaskState.Done ? "" : input.Reason), cancellation);
        return undo;
    }

    private static (string Action, string Word) Move(BusinessTask task, Input input, DateOnly day)
    {
        switch (input.To)
        {
            case TaskState.Done:
                task.Complete(day);
                return ("task.completed", "办结");
            case TaskState.Cancelled:
                task.Cancel(input.Reason);
                return ("task.cancelled", "取消");
            default:
                task.Reopen();
                return ("task.reopened", "恢复");
        }
    }

    private static Refusal? Check(BusinessTask task, Input input, DateOnly today, out DateOnly day)
    {
        day = default;
        if (!Enum.IsDefined(input.To) || input.To == task.State)
        {
            return new Refusal("task.state", "", $"没有保存。这项任务已经是“{TaskWords.Of(task.State)}”。");
        }

        if (task.State != TaskState.Active && input.To != TaskState.Active)
        {
            return TaskChanges.Ended(task);
        }

        if (input.To != TaskState.Done)
        {
            return input.Reason.Length == 0 ? TaskText.Fault(nameof(input.Reason), "请写明原因。")
                : TaskText.TooLong("原因", input.Reason, BusinessTask.NoteLength) is { } fault ? TaskText.Fault(nameof(input.Reason), fault) : null;
        }

        if (!DayText.TryRead(input.Day, out var told) || told is null)
        {
            return TaskText.Fault(nameof(input.Day), "办结日期读不懂，请写成 2026-10-16 的样子。");
        }

        day = told.Value;
        return day > today || day < task.StartDay ? TaskText.Fault(nameof(input.Day), $"办结日期要在 {DayText.Write(task.StartDay)} 到今天之间。") : null;
    }
}
