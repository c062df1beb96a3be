using System.Globalization;
using System.Xml;

namespace Yipanqi.Web.Files.Tables;

/// <summary>Streams one work sheet of a workbook into rows of text.</summary>
internal sealed class XlsxReader
{
    private readonly List<string> shared = [];
    private readonly XlsxTextReader texts = new();
    private int cells;

    private XlsxReader()
    {
    }

    public static Sheet Read(byte[] bytes, string? sheetName)
    {
        using var package = new XlsxPackage(bytes);
        var found = package.Sheets.FirstOrDefault(s => sheetName is null || s.Name == sheetName);
        if (found.Part is null)
        {
            throw new TableFormatException("table.no-sheet", sheetName is null ? "文件里没有工作表。" : $"文件里没有名为“{sheetName}”的工作表。");
        }

        var reader = new XlsxReader();
        reader.ReadSharedStrings(package);
        using var xml = package.Open(found.Part) ?? throw new InvalidDataException("The sheet part is missing.");
        return new Sheet(found.Name, [.. package.Sheets.Select(s => s.Name)], reader.ReadRows(xml));
    }

    private void ReadSharedStrings(XlsxPackage package)
    {
        using var xml = package.SharedStrings is { } part ? package.Open(part) : null;
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                shared.Add(texts.ReadText(xml, "si"));
                CountCell();
            }
        }

        cells = 0;
    }

    private List<SheetRow> ReadRows(XmlReader xml)
    {
        var rows = new List<SheetRow>();
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            number = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var told) && told > number ? told : number + 1;
            var row = xml.IsEmptyElement ? [] : ReadRow(xml, number);
            if (row.Count == 0)
            {
                continue;
            }

            rows.Add(new SheetRow(number, row));
            if (rows.Count > TableLimits.Rows)
            {
                throw new TableFormatException("table.rows", $"工作表超过 {TableLimits.Rows} 行。请分成几个文件上传。");
            }
        }

        return rows;
    }

    private List<string> ReadRow(XmlReader xml, int number)
    {
        var row = new List<string>();
        var column = -1;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var told = xml.GetAttribute("r") is { } reference ? ColumnLetter.Split(reference).Column : -1;
            column = told >= 0 ? told : column + 1;
            var text = ReadCell(xml);
            if (text.Length > 0)
            {
                Place(row, column, text, number);
            }
        }

        return row;
    }

    private void Place(List<string> row, int column, string text, int number)
    {
        CountCell();
        if (column >= TableLimits.Columns)
        {
            throw new TableFormatException("table.columns", $"第 {number} 行在第 {TableLimits.Columns} 列以后还有内容。请删去多余的列后再传。");
        }

        while (row.Count <= column)
        {
            row.Add("");
        }

        row[column] = text;
    }

    private string ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        if (xml.IsEmptyElement)
        {
            return "";
        }

        if (type == "inlineStr")
        {
            return texts.ReadText(xml, "c");
        }

        var value = "";
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v" && !xml.IsEmptyElement)
            {
                value = texts.ReadValue(xml);
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count ? shared[index] : "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            "str" => XlsxText.Decode(value),
            "e" or "d" => value,
            _ => XlsxTextReader.Number(value),
        };
    }

    private void CountCell()
    {
        if (++cells > TableLimits.Cells)
        {
            throw new TableFormatException("table.cells", $"表里有内容的格超过 {TableLimits.Cells / 10_000} 万个。请删去多余的列，或分成几个文件上传。");
        }
    }
}
