using System.Globalization;

namespace Yipanqi.Web.Shell.Text;

/// <summary>How figures are written on a page: one decimal for scores, a real minus sign, an en dash for no data.</summary>
public static class Figures
{
    public const string None = "–";

    public static string Score(double? value) => Write(value, "0.0");

    public static string Percent(double? share) => share is null ? None : Write(share * 100, "0.0") + "%";

    public static string Count(long? value) => Write(value, "#,0");

    /// <summary>A change with its sign: +1.2, −0.5, 0.0.</summary>
    public static string Change(double? value) => Write(value, "+0.0;-0.0;0.0");

    private static string Write(double? value, string format) =>
        value is { } known ? known.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−') : None;
}
