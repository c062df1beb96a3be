namespace Yipanqi.Web.Search;

/// <summary>One line of a list that opens under a field.</summary>
/// <param name="Group">The kind it belongs to, as a heading; null where all are of one kind.</param>
/// <param name="Href">Where it leads, for the search field.</param>
/// <param name="Id">What it chooses, for a picker.</param>
public sealed record Suggestion(string Text, string Code, string Note, string? Group = null, string? Href = null, Guid? Id = null);
