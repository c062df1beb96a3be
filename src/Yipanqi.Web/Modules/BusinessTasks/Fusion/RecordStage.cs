using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>
/// 登记四同: that a stage was done, on the business side of a task or on the Party side of one of its fusion points. Each side is told by its own people.
/// Out of order it asks for a reason; a stage that has a record is corrected by a further one, with a reason. Files may prove what a fusion point records.
/// </summary>
public sealed class RecordStage(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="FusionPointId">Null for the business side.</param>
    /// <param name="Number">Of the record the person saw for this stage; 0 for none.</param>
    public sealed record Input(Guid TaskId, Guid? FusionPointId, TaskStage Stage, int Number, string Day, string Text, string Evidence, string OutOfOrderReason, string CorrectionReason)
    {
        /// <summary>Of a fusion point's record alone: what proves the business side lies with the task.</summary>
        public IReadOnlyList<GivenFile> Files { get; init; } = [];
    }

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (task, point) = await FindAsync(db, actor, input, cancellation);
        if (task is null)
        {
            return input.FusionPointId is null ? TaskAccess.Absent : FusionAccess.Absent;
        }

        if (task.State == TaskState.Cancelled || point?.State == FusionState.Ended)
        {
            return point is null ? new Refusal("stage.cancelled", "", "没有登记。这项重点任务已经取消。") : FusionAccess.Ended;
        }

        var holder = point?.Id ?? task.Id;
        var standing = await db.Set<StageRecord>().Where(r => r.HolderId == holder && r.ReplacedUtc == null).ToListAsync(cancellation);
        var before = standing.Find(r => r.Stage == input.Stage);
        if ((before?.Number ?? 0) != input.Number)
        {
            return FusionAccess.Raced;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var facts = Read(input, task, standing, before, ChinaTime.DayOf(now), refusals);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var record = StageRecord.Of(task, point, input.Stage, facts, before, actor.PersonId, now);
        db.Add(record);
        var files = point is null ? null : await AddStageFiles.KeepAsync(db, actor, record.Id, point, input.Files, now, cancellation);
        var detail = JsonSerializer.Serialize(new { task = task.Id, point = point?.Id, stage = input.Stage.ToString(), day = facts.Day, before = before?.Day, files });
        await db.SaveAsync(new Change(actor.PersonId, now, before is null ? "stage.recorded" : "stage.corrected", nameof(StageRecord), record.Id, facts.CorrectionReason, detail), cancellation);
        return record.Id;
    }

    private static async Task<(BusinessTask? Task, FusionPoint? Point)> FindAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (input.FusionPointId is not { } id)
        {
            return (await db.FindTaskAsync(actor, input.TaskId, cancellation), null);
        }

        var point = await db.FindFusionPointAsync(actor, id, cancellation);
        return point is null || point.TaskId != input.TaskId ? (null, null) : (await db.Set<BusinessTask>().SingleAsync(t => t.Id == point.TaskId, cancellation), point);
    }

    private static StageFacts Read(Input input, BusinessTask task, List<StageRecord> standing, StageRecord? before, DateOnly today, List<Refusal> refusals)
    {
        if (!Enum.IsDefined(input.Stage))
        {
            refusals.Add(new Refusal("stage.stage", nameof(input.Stage), "请选阶段。"));
        }

        // Planning may begin the year before the task does.
        var day = FusionText.Day(refusals, nameof(input.Day), input.Day, task.StartDay.AddYears(-1), today);
        FusionText.Needed(refusals, nameof(input.Text), "做了什么", input.Text, StageRecord.TextLength);
        FusionText.Short(refusals, nameof(input.Evidence), "佐证", input.Evidence, StageRecord.EvidenceLength);
        FusionText.Short(refusals, nameof(input.OutOfOrderReason), "原因", input.OutOfOrderReason, StageRecord.ReasonLength);
        FusionText.Short(refusals, nameof(input.CorrectionReason), "更正的原因", input.CorrectionReason, StageRecord.ReasonLength);
        refusals.AddRange(EvidenceRules.FaultsOf(input.Files, AddStageFiles.Field));
        if (before is not null && input.CorrectionReason.Length == 0)
        {
            refusals.Add(new Refusal("stage.correction", nameof(input.CorrectionReason), "这个阶段已有记录。更正要写原因，原记录保留。"));
        }

        var fault = refusals.Count > 0 ? StageOrderFault.None : StageOrder.FaultOf(input.Stage, day, standing.ToDictionary(r => r.Stage, r => r.Day));
        if (fault != StageOrderFault.None && input.OutOfOrderReason.Length == 0)
        {
            refusals.Add(new Refusal("stage.order", nameof(input.OutOfOrderReason), Why(fault)));
        }

        return new StageFacts(day, input.Text, input.Evidence, fault == StageOrderFault.None ? "" : input.OutOfOrderReason, before is null ? "" : input.CorrectionReason);
    }

    private static string Why(StageOrderFault fault) => fault switch
    {
        StageOrderFault.EarlierMissing => "前面的阶段还没有记录。请先登记前面的，或写明为什么跳过。",
        StageOrderFault.BeforeAnEarlierStage => "日期早于前面的阶段。请核对日期，或写明原因。",
        _ => "日期晚于后面的阶段。请核对日期，或写明原因。",
    };
}
