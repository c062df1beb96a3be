using System.Globalization;
using System.Text;
using System.Xml;

namespace Yipanqi.Web.Files.Tables;

/// <summary>Reads the texts of a workbook's parts piece by piece, so that no single one can fill the memory.</summary>
internal sealed class XlsxTextReader
{
    private readonly char[] buffer = new char[4096];
    private long characters;

    /// <summary>Excel stores 3.14 as 3.1400000000000001; the shortest text of the same double is what was typed.</summary>
    public static string Number(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        return number == Math.Truncate(number) && Math.Abs(number) < 1e21
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Text of this one element.</summary>
    public string ReadValue(XmlReader xml) => Append(xml, new StringBuilder()).ToString();

    /// <summary>Text of all t elements up to the end of this element; phonetic readings (rPh) are not part of it.</summary>
    public string ReadText(XmlReader xml, string end)
    {
        var text = new StringBuilder();
        var phonetic = false;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == end))
        {
            phonetic = xml.LocalName == "rPh" ? xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement : phonetic;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && !xml.IsEmptyElement && !phonetic)
            {
                Append(xml, text);
            }
        }

        return XlsxText.Decode(text.ToString());
    }

    private StringBuilder Append(XmlReader xml, StringBuilder text)
    {
        while (xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0; characters += read)
            {
                text.Append(buffer, 0, read);
                if (text.Length > TableLimits.CellCharacters || characters > TableLimits.UnpackedBytes / 4)
                {
                    throw new TableFormatException("table.cell-too-long", "表里的文字过长，没有读取。请确认这是要导入的表格。");
                }
            }
        }

        return text;
    }
}
