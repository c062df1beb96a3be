namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>A running term in lists.</summary>
public sealed record TermLine(
    Guid Id, Guid UnitId, string UnitCode, string UnitName, string UnitKind, int Number, DateOnly ElectedDay, int TermYears, int? Seats, DateOnly RegularDueDay, DateOnly DueDay,
    string Approver, string ApprovalDocument, string Secretary, int Held)
{
    public TermState StateOn(DateOnly today, int noticeMonths) => CommitteeTerm.StateOf(RegularDueDay, DueDay, null, today, noticeMonths);
}
