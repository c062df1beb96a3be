using System.Xml;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Tables;

/// <summary>Reads an uploaded .xlsx or CSV file as rows of text. The content decides which it is, not the name.</summary>
public static class TableReader
{
    /// <summary>Reads the sheet of that name, or the first one. Cells are text as stored: dates are serial numbers, formulas their last result.</summary>
    public static Outcome<Sheet> Read(Stream stream, string fileName, string? sheetName = null)
    {
        var bytes = ReadLimited(stream);
        return bytes is null ? TooLarge : Read(bytes, fileName, sheetName);
    }

    public static Outcome<Sheet> Read(byte[] bytes, string fileName, string? sheetName = null)
    {
        if (bytes.Length > TableLimits.FileBytes)
        {
            return TooLarge;
        }

        try
        {
            var sheet = IsZip(bytes) ? XlsxReader.Read(bytes, sheetName) : new Sheet("", [""], CsvReader.Read(Text(bytes)));
            return sheet.Rows.Count > 0 ? sheet : new Refusal("table.empty", "", $"“{fileName}”里没有内容。请确认数据在所选的工作表里。");
        }
        catch (TableFormatException e)
        {
            return new Refusal(e.Code, "", e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return new Refusal("table.broken", "", $"“{fileName}”不是完整的 Excel 文件。请在 Excel 或 WPS 里打开，另存为 .xlsx 后再传。");
        }
    }

    public static Refusal TooLarge { get; } =
        new("table.too-large", "File", $"文件超过 {TableLimits.FileMegabytes} MB。请去掉图片和多余的工作表，或分成几个文件上传。");

    private static bool IsZip(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8);

    private static string Text(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new TableFormatException("table.old-excel", "这是旧版 .xls 或加了密码的文件。请在 Excel 或 WPS 里打开，去掉密码，另存为 .xlsx 后再传。");
        }

        var text = TextDecoder.Decode(bytes);
        if (text is null || text.Contains('\0'))
        {
            throw new TableFormatException("table.unknown", "这不是表格文件。请上传 .xlsx 或 .csv 文件。");
        }

        if (text.AsSpan().TrimStart().StartsWith("<"))
        {
            throw new TableFormatException("table.html", "这是网页格式的文件，不是真正的 Excel 文件。请在 Excel 或 WPS 里打开，另存为 .xlsx 后再传。");
        }

        return text;
    }

    private static byte[]? ReadLimited(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > TableLimits.FileBytes)
            {
                return null;
            }
        }

        return memory.ToArray();
    }
}
