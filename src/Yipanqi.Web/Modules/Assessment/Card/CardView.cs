namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Everything the page of one organisation shows for one quarter.</summary>
/// <param name="Quarters">Quarters that can be picked, newest first.</param>
/// <param name="Dimensions">The children of the root; also the axes of the radar with their peer medians.</param>
/// <param name="Obstacles">Items by obstacle degree, most first; only those above 0.</param>
/// <param name="Way">Null where the scheme has no levels or the organisation has no index.</param>
/// <param name="History">The last 8 published quarters up to this one, oldest first.</param>
/// <param name="Contributions">By size; empty where there is no comparable previous quarter.</param>
/// <param name="Parent">The nearest assessed organisation above that the actor may see.</param>
/// <param name="Children">Assessed organisations right below it.</param>
public sealed record CardView(
    IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Snapshot, CardHead Head, IReadOnlyList<CardNode> Dimensions, IReadOnlyList<CardObstacle> Obstacles,
    CardWay? Way, IReadOnlyList<CardQuarter> History, IReadOnlyList<CardContribution> Contributions, BoardOrganisation? Parent, IReadOnlyList<BoardOrganisation> Children)
{
    /// <summary>Null where there are no bonus or deduction items and no veto.</summary>
    public CardAdjustments? Adjustments { get; init; }
}
