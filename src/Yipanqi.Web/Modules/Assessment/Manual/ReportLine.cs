namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One item on an organisation's own page of the quarter.</summary>
/// <param name="Figure">The organisation's own figure as text; empty where it is pooled or lacks.</param>
/// <param name="Origin">Where it came from: the source named by the record, from how many units, which department.</param>
/// <param name="Manual">State of the self-report; null where there is none.</param>
/// <param name="Note">Why the level above changed or returned it.</param>
public sealed record ReportLine(
    string Code, string Name, string Definition, string Unit, ReportWay Way, string Figure, string Origin, ManualState? Manual, string Reviewed, string Note,
    string Evidence, string Document, string FileName);
