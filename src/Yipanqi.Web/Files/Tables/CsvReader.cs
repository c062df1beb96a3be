using System.Text;

namespace Yipanqi.Web.Files.Tables;

/// <summary>
/// Comma-, tab- or semicolon-separated text with RFC 4180 quotes. The separator is the one that the first row with any of them has most of.
/// Row numbers are those Excel shows: a quoted line break does not count.
/// </summary>
internal static class CsvReader
{
    private static readonly char[] Separators = [',', '\t', ';'];

    public static List<SheetRow> Read(string text)
    {
        var separator = SeparatorOf(text);
        var rows = new List<SheetRow>();
        var width = 0;
        var cells = 0;
        var position = 0;
        for (var number = 1; position < text.Length; number++)
        {
            var record = ReadRecord(text, ref position, separator, number);
            cells += record.Count;
            Check(number, record.Count, cells);
            if (record.TrueForAll(c => c.Length == 0))
            {
                continue;
            }

            width = width == 0 && record.Count > 1 ? record.Count : width;
            rows.Add(new SheetRow(number, record, FaultOf(record, width)));
        }

        return rows;
    }

    private static char SeparatorOf(string text)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            var which = quoted ? -1 : Array.IndexOf(Separators, c);
            if (which >= 0)
            {
                counts[which]++;
            }
            else if (c is '\n' && !quoted && counts.Max() > 0)
            {
                break;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static List<string> ReadRecord(string text, ref int position, char separator, int number)
    {
        var record = new List<string>();
        while (true)
        {
            var cell = position < text.Length && text[position] == '"' ? ReadQuoted(text, ref position, number) : ReadPlain(text, ref position, separator);
            if (cell.Length > TableLimits.CellCharacters)
            {
                throw new TableFormatException("table.cell-too-long", $"第 {number} 行有一格超过 {TableLimits.CellCharacters} 字。请检查引号是否成对。");
            }

            record.Add(CellGuard.Restore(cell));
            if (position < text.Length && text[position] == separator)
            {
                position++;
                continue;
            }

            position += position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n' ? 2 : 1;
            return record;
        }
    }

    private static string ReadPlain(string text, ref int position, char separator)
    {
        var rest = text.AsSpan(position);
        var length = rest.IndexOfAny(separator, '\r', '\n');
        length = length < 0 ? rest.Length : length;
        position += length;
        return length == 0 ? "" : rest[..length].ToString();
    }

    private static string ReadQuoted(string text, ref int position, int number)
    {
        var cell = new StringBuilder();
        position++;
        while (true)
        {
            var quote = text.IndexOf('"', position);
            if (quote < 0)
            {
                throw new TableFormatException("table.quote", $"第 {number} 行的引号没有成对。请补上引号，或在 Excel 里另存为 .xlsx 后再传。");
            }

            cell.Append(text, position, quote - position);
            position = quote + 1;
            if (position < text.Length && text[position] == '"')
            {
                cell.Append('"');
                position++;
                continue;
            }

            return position >= text.Length || text[position] is ',' or '\t' or ';' or '\r' or '\n'
                ? cell.ToString()
                : throw new TableFormatException("table.quote", $"第 {number} 行引号后面还有文字。格内的引号要写成两个，或在 Excel 里另存为 .xlsx 后再传。");
        }
    }

    private static string FaultOf(List<string> record, int width)
    {
        if (record.Count < width)
        {
            return $"这一行只有 {record.Count} 格，表头有 {width} 格。请检查是否少了逗号。";
        }

        return width > 0 && record.Skip(width).Any(c => c.Length > 0)
            ? $"这一行有 {record.Count} 格，表头只有 {width} 格。格内有逗号时要加引号。"
            : "";
    }

    private static void Check(int number, int columns, int cells)
    {
        if (number > TableLimits.Rows)
        {
            throw new TableFormatException("table.rows", $"文件超过 {TableLimits.Rows} 行。请分成几个文件上传。");
        }

        if (columns > TableLimits.Columns || cells > TableLimits.Cells)
        {
            throw new TableFormatException("table.columns", $"第 {number} 行超过 {TableLimits.Columns} 列，或全表格数过多。请删去多余的列后再传。");
        }
    }
}
