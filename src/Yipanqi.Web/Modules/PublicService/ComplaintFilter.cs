namespace Yipanqi.Web.Modules.PublicService;

/// <summary>What the list of complaints is narrowed to and ordered by; the page and its export read it alike.</summary>
/// <param name="Show">open, answered or all.</param>
/// <param name="Words">In the text or the number; null for all.</param>
public sealed record ComplaintFilter(string Show, string? Words, bool OldestFirst)
{
    public const string Open = "open";
    public const string Answered = "answered";
    public const string All = "all";

    public static ComplaintFilter From(Func<string, string?> value) => new(
        value("show") is All or Answered ? value("show")! : Open, value("q")?.Trim() is { Length: > 0 } words ? words : null, value("sort") is "day" or "number");
}
