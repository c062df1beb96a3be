namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>A key task as lists show it.</summary>
/// <param name="LeadName">Of the unit that leads; empty while the task waits to be claimed.</param>
/// <param name="Milestones">All, and of them those met and those late on the day asked for.</param>
public sealed record TaskLine(
    Guid Id, string Code, int PlanYear, string Title, Guid? LeadUnitId, string LeadCode, string LeadName, string LeadText, string PartnerText, TaskImportance Importance, string SourceDocument,
    DateOnly StartDay, DateOnly DueDay, bool IsDueDerived, DateOnly? DoneDay, TaskState State, string? SourceSystem, DateTime? SourceUtc, string Note, string Content,
    MilestoneCounts Milestones, int KeyFigures)
{
    public bool IsLateOn(DateOnly today) => State == TaskState.Active && DueDay < today;
}
