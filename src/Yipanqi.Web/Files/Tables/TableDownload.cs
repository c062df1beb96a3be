namespace Yipanqi.Web.Files.Tables;

/// <summary>A table as a file to keep: always an attachment, named in Chinese (RFC 6266 by the framework).</summary>
public static class TableDownload
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Answers with an .xlsx file, or with CSV where <paramref name="format"/> is "csv".</summary>
    public static IResult Of(string? format, string name, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows) =>
        format == "csv"
            ? Results.Stream(stream => CsvWriter.WriteAsync(stream, columns, rows), "text/csv; charset=utf-8", name + ".csv")
            : Results.Stream(stream => WriteXlsxAsync(stream, name, columns, rows), XlsxType, name + ".xlsx");

    private static async Task WriteXlsxAsync(Stream stream, string name, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        using var memory = new MemoryStream();
        XlsxWriter.Write(memory, name, columns, rows);
        memory.Position = 0;
        await memory.CopyToAsync(stream);
    }
}
