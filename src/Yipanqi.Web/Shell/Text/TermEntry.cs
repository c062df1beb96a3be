namespace Yipanqi.Web.Shell.Text;

/// <summary>
/// A term of the field with one plain sentence that says what it means. A module registers it as a singleton; the term stands in
/// docs/glossary.md, its sentence has an English entry in en.json.
/// </summary>
/// <param name="Href">Where it is told at length.</param>
public sealed record TermEntry(string Name, string Says, string? Href = null);
