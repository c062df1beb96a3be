namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>An obligation as lists show it.</summary>
/// <param name="Holder">The member who has it; empty where the post has it.</param>
/// <param name="ComputedFrom">The records a computed one is found done by.</param>
/// <param name="EventText">What happened; empty where a period asks for it.</param>
public sealed record ObligationLine(
    Guid Id, string DutyCode, string Wording, string PostTitle, DutyLevel Level, Guid UnitId, string Unit, string Holder, string PeriodKey, DateOnly DueDay, bool IsProvisional,
    ObligationState State, DateOnly? DoneDay, RequestKind? Request, int ReminderDays, int Minutes, string EventText, bool IsComputed, string ComputedFrom, int Version)
{
    public bool IsToDo => State is ObligationState.Open or ObligationState.Claimed or ObligationState.Returned;

    /// <summary>Late on this day; one whose day is provisional never is.</summary>
    public bool IsOverdue(DateOnly today) => IsToDo && !IsProvisional && DueDay < today;
}
