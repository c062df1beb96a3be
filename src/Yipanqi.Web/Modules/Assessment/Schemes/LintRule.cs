using System.Text.RegularExpressions;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Words that betray an item which scores traces instead of results, and the clause that forbids it.</summary>
/// <param name="Instead">What to do instead, a sentence.</param>
/// <param name="Patterns">For words that are traces only beside certain others: 安装 an app, not a lift; 批示 counted, not carried out.</param>
/// <param name="Except">Statutory organisation life: an item with one of these words passes.</param>
public sealed record LintRule(IReadOnlyList<string> Words, string What, string Clause, string Instead, IReadOnlyList<string>? Patterns = null, IReadOnlyList<string>? Except = null)
{
    private readonly List<Regex> patterns = [.. (Patterns ?? []).Select(p => new Regex(p, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];

    public bool IsOffendedBy(string text) =>
        (Words.Any(w => text.Contains(w, StringComparison.Ordinal)) || patterns.Exists(p => p.IsMatch(text))) && !(Except ?? []).Any(e => text.Contains(e, StringComparison.Ordinal));
}
