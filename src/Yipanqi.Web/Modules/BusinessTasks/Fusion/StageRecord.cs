using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>
/// That a stage was done on a day, on one side: of the task itself (business) or of one of its fusion points (Party). A correction is a further
/// record of the same stage, which then stands for it; the one before is kept.
/// </summary>
public sealed class StageRecord : ITenantOwned
{
    public const int TextLength = 1000;
    public const int EvidenceLength = 500;
    public const int ReasonLength = 500;

    private StageRecord()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>Null for the business side.</summary>
    public Guid? FusionPointId { get; private set; }

    /// <summary>What the stage belongs to: the fusion point, else the task. With stage and number unique.</summary>
    public Guid HolderId { get; private set; }

    public TaskStage Stage { get; private set; }

    /// <summary>1 for the first record of the stage, then one more for each correction.</summary>
    public int Number { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>What was done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>佐证: where it can be seen, a document's number for instance.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Why the stage is out of order; empty where it is not.</summary>
    public string OutOfOrderReason { get; private set; } = "";

    /// <summary>Why the record before was corrected; empty for the first.</summary>
    public string CorrectionReason { get; private set; } = "";

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedUtc { get; private set; }

    /// <summary>When a correction took its place; null for the one that stands.</summary>
    public DateTime? ReplacedUtc { get; private set; }

    /// <param name="point">Null for the business side.</param>
    /// <param name="before">The record it corrects; null for the first of the stage.</param>
    public static StageRecord Of(BusinessTask task, FusionPoint? point, TaskStage stage, StageFacts facts, StageRecord? before, Guid by, DateTime nowUtc)
    {
        if (before is not null)
        {
            before.ReplacedUtc = before.ReplacedUtc is null ? nowUtc : throw new InvalidOperationException("Only the record that stands is corrected.");
        }

        return new StageRecord
        {
            TenantId = task.TenantId,
            Id = Guid.CreateVersion7(),
            TaskId = task.Id,
            FusionPointId = point?.Id,
            HolderId = point?.Id ?? task.Id,
            Stage = stage,
            Number = (before?.Number ?? 0) + 1,
            Day = facts.Day,
            Text = facts.Text,
            Evidence = facts.Evidence,
            OutOfOrderReason = facts.OutOfOrderReason,
            CorrectionReason = facts.CorrectionReason,
            RecordedBy = by,
            RecordedUtc = nowUtc,
        };
    }
}
