using System.Globalization;

namespace Yipanqi.Tool;

/// <summary>Numbers as the tool reads and writes them: invariant, and so that what is written reads back to the same bits.</summary>
internal static class CsvNumber
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a cell; an empty cell is missing and reads as NaN.</summary>
    /// <param name="cell">UTF-8 text without spaces or separators of thousands.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where the cell is not a finite number ("NaN", "NA" and "1e999" are not).</returns>
    public static bool TryParse(ReadOnlySpan<byte> cell, out double value)
    {
        if (cell.IsEmpty)
        {
            value = double.NaN;
            return true;
        }

        return double.TryParse(cell, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Shortest text that reads back to the same number; empty for NaN.</summary>
    public static string Format(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
