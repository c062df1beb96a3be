using System.Globalization;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>How figures and their direction are written.</summary>
public static class FigureWords
{
    public static string Of(FigureDirection direction) => direction == FigureDirection.Cost ? "越低越好" : "越高越好";

    /// <summary>Null for a text that is none; an empty one means that more is better.</summary>
    public static FigureDirection? DirectionOf(string text) => text.ToLowerInvariant() switch
    {
        "" or "benefit" or "越高越好" or "正向" or "1" => FigureDirection.Benefit,
        "cost" or "越低越好" or "逆向" or "2" => FigureDirection.Cost,
        _ => null,
    };

    /// <summary>As entered: no more decimals than there are, a real minus sign.</summary>
    public static string Write(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture).Replace('-', '−');

    public static bool TryRead(string text, out double value) =>
        double.TryParse(text.Replace('−', '-').Replace("，", "").TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) < 1e15;
}
