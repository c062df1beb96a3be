namespace Yipanqi.Web.Files.Imports;

/// <summary>A choice made on the first step. With <paramref name="Options"/> a list to choose from, else a text with suggestions.</summary>
/// <param name="Default">Chosen beforehand; empty for none.</param>
public sealed record ImportParameter(
    string Code,
    string Label,
    bool Required,
    string Help = "",
    string Default = "",
    IReadOnlyList<ImportOption>? Options = null,
    IReadOnlyList<ImportOption>? Suggestions = null);
