namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Words that betray an item which scores traces instead of results, and the clause that forbids it.</summary>
/// <param name="Instead">What to do instead, a sentence.</param>
/// <param name="Except">Statutory organisation life: an item with one of these words passes.</param>
public sealed record LintRule(IReadOnlyList<string> Words, string What, string Clause, string Instead, IReadOnlyList<string>? Except = null);
