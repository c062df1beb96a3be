namespace Yipanqi.Web.Files.Imports;

/// <summary>A choice made on the first step. With <paramref name="Options"/> a list to choose from; else a text with suggestions, or a unit to be picked.</summary>
/// <param name="Default">Chosen beforehand; empty for none.</param>
/// <param name="Blank">What choosing none means.</param>
/// <param name="PicksUnit">A unit where the actor has the import's permission; the value is its id, or what was typed.</param>
/// <param name="IsAside">Of use to few, folded away below the file.</param>
public sealed record ImportParameter(
    string Code,
    string Label,
    bool Required,
    string Help = "",
    string Default = "",
    IReadOnlyList<ImportOption>? Options = null,
    IReadOnlyList<ImportOption>? Suggestions = null,
    string Blank = "不限",
    bool PicksUnit = false,
    bool IsAside = false);
