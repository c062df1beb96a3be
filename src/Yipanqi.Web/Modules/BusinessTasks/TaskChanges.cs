using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>What all changes of one key task ask first: that it is there for the actor, and that nobody changed it since it was read.</summary>
internal static class TaskChanges
{
    public const string RacedCode = "task.raced";

    private static readonly Refusal Lost = new(RacedCode, "", "没有保存。刚才有人改过同样的内容。您填的内容还在，请核对后再保存。");

    /// <summary>Makes a change in one transaction; of two at once the second is told so.</summary>
    public static async Task<Outcome<T>> RunAsync<T>(UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<T>>> change, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, change, cancellation);
        }
        catch (DbUpdateException)
        {
            return Lost;
        }
    }

    /// <summary>The same on a task the actor manages.</summary>
    public static Task<Outcome<T>> RunAsync<T>(UnitOfWork unitOfWork, Actor actor, Guid taskId, Func<YipanqiDb, BusinessTask, Task<Outcome<T>>> change, CancellationToken cancellation) =>
        RunAsync(unitOfWork, actor, async db => await db.FindTaskAsync(actor, taskId, cancellation) is { } task ? await change(db, task) : TaskAccess.Absent, cancellation);

    /// <summary>The same on one that is under way: a task that ended keeps its milestones, figures and posts as they were.</summary>
    public static Task<Outcome<T>> RunOpenAsync<T>(UnitOfWork unitOfWork, Actor actor, Guid taskId, Func<YipanqiDb, BusinessTask, Task<Outcome<T>>> change, CancellationToken cancellation) =>
        RunAsync(unitOfWork, actor, taskId, async (db, task) => Ended(task) is { } refusal ? refusal : await change(db, task), cancellation);

    public static Refusal? Ended(BusinessTask task) =>
        task.State == TaskState.Active ? null : new Refusal("task.ended", "", $"没有保存。这项任务{TaskWords.Of(task.State)}。要更正，请先恢复为推进中。");

    /// <summary>Refused where someone saved it since the version that was read.</summary>
    public static async Task<Refusal?> RacedAsync(YipanqiDb db, BusinessTask task, int version, CancellationToken cancellation) =>
        task.Version == version ? null
        : new Refusal(RacedCode, "", $"没有保存。{await db.LastEditorAsync(task.Id, cancellation) ?? "有人"}刚改过这项任务。您填的内容还在，请对照现在的内容；再保存一次即以您填的为准。");
}
