namespace Yipanqi.Web.Files.Imports;

/// <summary>What an import did.</summary>
/// <param name="Keys">Codes of the added and updated things; their number and a hash of the sorted list go into the journal.</param>
/// <param name="Link">Page that shows what was imported.</param>
public sealed record ImportResult(int Added, int Updated, int Unchanged, IReadOnlyList<string> Keys, string Link);
