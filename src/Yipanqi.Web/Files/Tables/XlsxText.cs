using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Yipanqi.Web.Files.Tables;

/// <summary>Characters that XML cannot hold are written _xHHHH_ in a workbook (ECMA-376 ST_Xstring).</summary>
internal static partial class XlsxText
{
    public static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, m => ((char)ushort.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;

    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
            }
            else if (c == '\r' || !XmlConvert.IsXmlChar(c))
            {
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                result.Append(c == '_' && Escape().IsMatch(text.AsSpan(i, Math.Min(7, text.Length - i))) ? "_x005F_" : c.ToString());
            }
        }

        return result.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
