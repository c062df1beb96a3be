using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>A row of the file, read by field through the chosen columns.</summary>
public sealed class ImportRow(SheetRow row, IReadOnlyDictionary<string, int> columns)
{
    /// <summary>Row number in the file, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Whether a column was chosen for the field. A field without a column is not touched by the import.</summary>
    public bool Has(string field) => columns.ContainsKey(field);

    /// <summary>Text of the field without spaces around it; empty where the cell is empty or no column was chosen.</summary>
    public string this[string field] => columns.TryGetValue(field, out var column) ? CellText.Trim(row[column]) : "";

    /// <summary>A fault of this cell: nothing of the file is imported until it is mended.</summary>
    public ImportFault Wrong(string field, string message) => new(Number, ColumnOf(field), field, message, IsFault: true);

    /// <summary>Something the person should look at; it does not stop the import.</summary>
    public ImportFault Odd(string field, string message) => new(Number, ColumnOf(field), field, message, IsFault: false);

    private string ColumnOf(string field) => columns.TryGetValue(field, out var column) ? ColumnLetter.Of(column) : "";
}
