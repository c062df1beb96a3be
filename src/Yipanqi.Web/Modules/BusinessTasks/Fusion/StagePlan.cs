using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>The day by which a stage of a task is due, where somebody set one; else it follows from the task's own days (<see cref="StageTimes"/>). For 考核 it also says that the stage is used.</summary>
public sealed class StagePlan : ITenantOwned, IVersioned
{
    private StagePlan()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    public TaskStage Stage { get; private set; }

    public DateOnly DueDay { get; private set; }

    public int Version { get; private set; }

    public static StagePlan Of(BusinessTask task, TaskStage stage, DateOnly dueDay) => new() { TenantId = task.TenantId, TaskId = task.Id, Stage = stage, DueDay = dueDay };

    public void Move(DateOnly dueDay) => DueDay = dueDay;
}
