namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>A key task as a business system tells it. What is left out stays as it is; the same told again changes nothing.</summary>
/// <param name="Key">The task's key in that system: by it the task is found again.</param>
/// <param name="Code">Its code on the platform: where a task was entered or imported with it and no system feeds it yet, that one is taken over; else the code of the new task, made where left out.</param>
/// <param name="Lead">Code, name or short name of the administrative unit that leads.</param>
/// <param name="Due">A day; left out for the end of the plan year, marked as derived.</param>
/// <param name="Done">The day it was completed.</param>
/// <param name="Cancelled">Why it was cancelled; told, it is cancelled.</param>
public sealed record FedTask(
    string? Key, string? Code, int? Year, string? Title, string? Content, string? Lead, string? Partners, string? Importance, string? Document,
    string? Start, string? Due, string? Done, string? Cancelled, string? Note, IReadOnlyList<FedMilestone?>? Milestones, IReadOnlyList<FedFigure?>? Figures);
