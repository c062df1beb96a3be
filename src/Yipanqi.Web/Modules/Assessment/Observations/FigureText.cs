using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Numbers as people write them into tables: full-width digits, thousands commas, per cent.</summary>
internal static partial class FigureText
{
    /// <summary>The number, or null where the text is none. 85% is 0.85.</summary>
    public static double? Parse(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim();
        var percent = plain.EndsWith('%');
        plain = percent ? plain[..^1].Trim() : plain;
        plain = Thousands().IsMatch(plain) ? plain.Replace(",", "") : plain;
        var known = double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        return !known ? null : percent ? (double)((decimal)Math.Clamp(number, -1e9, 1e9) / 100) : number;
    }

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();
}
