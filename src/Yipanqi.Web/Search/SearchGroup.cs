namespace Yipanqi.Web.Search;

/// <summary>What was found of one kind, best first.</summary>
/// <param name="IsCut">There are more than were fetched.</param>
public sealed record SearchGroup(SearchKind Kind, string Label, IReadOnlyList<SearchHit> Hits, bool IsCut);
