using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Search;

/// <summary>The texts a subject is found by.</summary>
/// <param name="Code">The code or number people know it by; empty for none.</param>
public sealed record SearchText(SearchKind Kind, Guid Id, string Code, IReadOnlyList<string> Names, IReadOnlyList<Spelling> Spellings)
{
    /// <summary>Names of things, spelt as words.</summary>
    public static SearchText Of(SearchKind kind, Guid id, string code, params IReadOnlyList<string> names) =>
        new(kind, id, code, names, [.. names.Select(Pinyin.Of)]);
}
