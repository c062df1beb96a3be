using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>恢复结合点 that ended too early, with the reason, while its task is under way: it counts as if it had never ended, and the journal keeps both.</summary>
public sealed class ReopenFusionPoint(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var point = await db.FindFusionPointAsync(actor, input.Id, cancellation);
        if (point is null)
        {
            return FusionAccess.Absent;
        }

        if (point.State == FusionState.Live || point.Version != input.Version)
        {
            return FusionAccess.Raced;
        }

        var refusals = new List<Refusal>();
        FusionText.Needed(refusals, nameof(input.Reason), "恢复的原因", input.Reason, FusionPoint.ReasonLength);
        if (await BlockedAsync(db, point, cancellation) is { } blocked)
        {
            refusals.Add(blocked);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var detail = JsonSerializer.Serialize(new { ended = point.EndedDay, was = point.EndReason });
        point.Reopen();
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "fusion.reopened", nameof(FusionPoint), point.Id, input.Reason, detail), cancellation);
        return point.Id;
    }

    private static async Task<Refusal?> BlockedAsync(YipanqiDb db, FusionPoint point, CancellationToken cancellation)
    {
        if (!await db.Set<BusinessTask>().AnyAsync(t => t.Id == point.TaskId && t.State == TaskState.Active, cancellation))
        {
            return new Refusal("fusion.task", "", "没有恢复。这项重点任务已经办结或取消。");
        }

        if (await db.Set<FusionPoint>().CountAsync(p => p.TaskId == point.TaskId && p.State == FusionState.Live, cancellation) >= AddFusionPoint.MostOfTask)
        {
            return new Refusal("fusion.many", "", $"没有恢复。一项任务最多 {AddFusionPoint.MostOfTask} 个在推进的结合点，请先结束不再用的。");
        }

        return point.FromMeasureId is { } from && !await db.Set<PartyMeasure>().AnyAsync(m => m.Id == from && m.State == MeasureState.Active && m.UnitId == point.PartyUnitId, cancellation)
            ? new Refusal("fusion.measure", "", "没有恢复。它来自的党建举措已经撤回，或者改归别的党组织。请先恢复那项举措，或重新登记结合点。")
            : null;
    }
}
