namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the list of a comparison is narrowed to and ordered by; the page and its export read it alike.</summary>
/// <param name="Sort">change, name or index; anything else is change, the deepest fall first.</param>
public sealed record ComparisonFilter(Quarter? From, Quarter? To, string? Name, Guid? Group, UnitTier? Tier, string? Sort, bool Descending)
{
    public static readonly IReadOnlyList<string> Fields = ["from", "to", "q", "group", "tier"];

    public static ComparisonFilter Read(Func<string, string?> value) => new(
        Quarter.Parse(value("from")), Quarter.Parse(value("to")), value("q")?.Trim() is { Length: > 0 } name ? name : null, Guid.TryParse(value("group"), out var group) ? group : null,
        Pages.Tiers.Read(value("tier")), value("sort")?.TrimStart('-'), value("sort")?.StartsWith('-') == true);
}
