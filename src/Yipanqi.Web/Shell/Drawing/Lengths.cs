using System.Globalization;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Lengths inside a bar, as svg attributes: the content policy allows no inline styles.</summary>
public static class Lengths
{
    public static string Percent(double percent) => Math.Clamp(percent, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
