using System.Text;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Texts of heads and cells made comparable.</summary>
public static class CellText
{
    /// <summary>Without white space around it, full-width, no-break and zero-width ones included.</summary>
    public static string Trim(string text) => text.Trim().Trim('\uFEFF', '\u200B').Trim();

    /// <summary>A head as it is compared: half-width, lower case, without spaces, marks and what stands in brackets.</summary>
    public static string HeadKey(string head)
    {
        var text = head.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var key = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '【' ? 1 : 0;
            if (depth == 0 && (char.IsLetterOrDigit(c) || c == '%'))
            {
                key.Append(c);
            }

            depth -= c is ')' or ']' or '】' && depth > 0 ? 1 : 0;
        }

        return key.ToString();
    }
}
