namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>A temporary organisation in the list.</summary>
/// <param name="ReportedDay">The day its last report tells up to; null where it has not reported.</param>
public sealed record TemporaryLine(Guid UnitId, string Code, string Name, string Kind, string Superior, string Purpose, DateOnly FromDay, DateOnly UntilDay, DateOnly? DissolvedDay, string Secretary, int Members, DateOnly? ReportedDay);
