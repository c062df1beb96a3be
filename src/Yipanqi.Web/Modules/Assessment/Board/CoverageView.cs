namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What was reported and who owes the rest.</summary>
/// <param name="Total">All items of all organisations.</param>
/// <param name="Dimensions">By child of the root, items summed.</param>
/// <param name="Items">By item, in the order of the scheme.</param>
/// <param name="Owing">Organisations that owe figures, most first.</param>
public sealed record CoverageView(CoverageLine Total, IReadOnlyList<CoverageLine> Dimensions, IReadOnlyList<CoverageLine> Items, IReadOnlyList<OwingUnit> Owing)
{
    /// <summary>How many owe figures; more than are listed where there are many.</summary>
    public int OwingCount { get; init; } = Owing.Count;
}
