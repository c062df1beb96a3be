using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>One Party measure with the fusion points made from it.</summary>
/// <param name="Unit">Whole name of its organisation; empty while it waits to be assigned.</param>
/// <param name="CanManage">The actor may change it.</param>
public sealed record MeasureView(MeasureLine Line, string Unit, string Owner, Guid? OwnerId, string WithdrawnReason, int Version, bool CanManage, IReadOnlyList<MeasureView.Point> Points)
{
    public sealed record Point(Guid Id, string Name, Guid TaskId, string Task, TaskState TaskState, FusionState State, DateOnly FromDay, DateOnly? EndedDay);
}
