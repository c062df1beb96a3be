namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Words that betray an item which scores traces instead of results, and the clause that forbids it.</summary>
/// <param name="Except">Statutory organisation life: an item with one of these words passes.</param>
public sealed record LintRule(IReadOnlyList<string> Words, string What, string Clause, IReadOnlyList<string>? Except = null);
