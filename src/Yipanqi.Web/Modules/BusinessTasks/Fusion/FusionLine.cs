using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A fusion point in the list.</summary>
/// <param name="Stage">The last stage recorded on its Party side; null for none.</param>
public sealed record FusionLine(
    Guid Id, string Name, string Kind, Guid TaskId, string TaskCode, string Task, string Party, FusionState State, DateOnly FromDay, DateOnly? EndedDay, int? Rating, TaskStage? Stage,
    string Change, string Whom, string Measure);
