namespace Yipanqi.Web.Files.Tables;

/// <summary>One sheet of an uploaded table as text, with the file's own row numbers.</summary>
/// <param name="Name">Name of the sheet; empty for CSV.</param>
/// <param name="SheetNames">All sheets of the file, in order; one empty name for CSV.</param>
/// <param name="Rows">Rows that hold anything, from top to bottom; empty rows are left out and keep their numbers.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> SheetNames, IReadOnlyList<SheetRow> Rows);
