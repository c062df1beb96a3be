using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>What changes of one figure ask first: the task under way and the figure there.</summary>
internal static class FigureAccess
{
    public static readonly Refusal Absent = new("figure.absent", "", "没有这项指标，可能已经删除。请打开任务核对。");

    public static Task<Outcome<Guid>> RunAsync(
        UnitOfWork unitOfWork, Actor actor, Guid taskId, Guid figureId, Func<YipanqiDb, BusinessTask, KeyFigure, Task<Outcome<Guid>>> change, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(
            unitOfWork, actor, taskId,
            async (db, task) => await db.Set<KeyFigure>().SingleOrDefaultAsync(f => f.TaskId == taskId && f.Id == figureId, cancellation) is { } figure ? await change(db, task, figure) : Absent,
            cancellation);

    /// <summary>The values as they hold: of several told for a day the last, the latest day first.</summary>
    public static IQueryable<KeyFigureValue> Newest(this IQueryable<KeyFigureValue> values) => values.OrderByDescending(v => v.Day).ThenByDescending(v => v.AtUtc).ThenByDescending(v => v.Id);
}
