namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Where a quarter stands and how it came there.</summary>
/// <param name="Steps">Oldest first.</param>
public sealed record CycleView(
    QuarterState State, Guid SchemeId, DateOnly CollectUntil, int ObjectionDays, DateOnly? ObjectionsUntil, DateOnly Today, IReadOnlyList<CycleView.Taken> Steps)
{
    public sealed record Taken(QuarterState From, QuarterState To, DateTime AtUtc, string By, string Reason);
}
