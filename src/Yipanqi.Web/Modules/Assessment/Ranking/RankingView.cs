namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One peer group of a quarter in the order of ranks, or a page of it; unranked organisations last.</summary>
/// <param name="Third">⌊n/3⌋: so many ranks at either end are the top and bottom third.</param>
public sealed record RankingView(
    IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Head, IReadOnlyList<RankingGroup> Groups, RankingGroup Group,
    int Third, int Leaders, int Laggards, IReadOnlyList<RankingRow> Rows);
