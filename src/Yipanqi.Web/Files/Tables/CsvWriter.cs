using System.Text;

namespace Yipanqi.Web.Files.Tables;

/// <summary>CSV that Excel opens in Chinese: UTF-8 with mark, CRLF, quotes where needed, no text that begins like a formula.</summary>
public static class CsvWriter
{
    public static async Task WriteAsync(Stream stream, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows, CancellationToken cancellation = default)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(Line(columns.Select(c => (TableCell)c.Head)).AsMemory(), cancellation);
        foreach (var row in rows)
        {
            await writer.WriteAsync(Line(row).AsMemory(), cancellation);
        }
    }

    private static string Line(IEnumerable<TableCell> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(TableCell cell)
    {
        var text = cell.Number is null ? CellGuard.Guard(cell.ToString()) : cell.ToString();
        return text.AsSpan().IndexOfAny(",;\t\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
