using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Search;

/// <summary>The texts a subject is found by.</summary>
/// <param name="Code">The code or number people know it by; empty for none.</param>
public sealed record SearchText(SearchKind Kind, Guid Id, string Code, IReadOnlyList<string> Names, IReadOnlyList<Spelling> Spellings)
{
    /// <summary>
    /// Sorts byte by byte as the subject's list does when nobody chose a column; no two subjects of a kind have the same. Empty for kinds whose lists are not read along the terms
    /// (<see cref="SearchFilter.InListOrder"/>).
    /// </summary>
    public string ListKey { get; init; } = "";

    /// <summary>Names of things, spelt as words.</summary>
    public static SearchText Of(SearchKind kind, Guid id, string code, params IReadOnlyList<string> names) =>
        new(kind, id, code, names, [.. names.Select(Pinyin.Of)]);
}
