namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How many organisations have a figure for one item (or, summed, for one dimension), and why the others have none.</summary>
public sealed record CoverageLine(string Code, string Name, int Reported, int NotApplicable, int NotDue, int NotReported, int Suppressed);
