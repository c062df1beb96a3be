namespace Yipanqi.Web.Files.Tables;

/// <summary>A row as the person sees it in Excel: number from 1, cells from column A.</summary>
/// <param name="Fault">What is wrong with the row itself (a CSV row of another length than the head), or empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells, string Fault = "")
{
    /// <summary>Text of the cell in this column (0 is A); empty beyond the last one.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
