namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the list of schemes is narrowed to and ordered by; the page and its export read it alike.</summary>
/// <param name="Sort">name, published or code; anything else is code.</param>
public sealed record SchemeFilter(string? Words, SchemeStatus? Status, string? Sort, bool Descending)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "status"];

    public static readonly SchemeFilter None = new(null, null, null, false);

    public static SchemeFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() is { Length: > 0 } words ? words : null, Enum.TryParse<SchemeStatus>(value("status"), out var status) && Enum.IsDefined(status) ? status : null,
        value("sort")?.TrimStart('-'), value("sort")?.StartsWith('-') == true);
}
