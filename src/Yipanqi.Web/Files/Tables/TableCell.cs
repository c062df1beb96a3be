using System.Globalization;

namespace Yipanqi.Web.Files.Tables;

/// <summary>A cell to write: text or a number. Text is never taken for a formula.</summary>
public readonly record struct TableCell
{
    private TableCell(string? text, double? number) => (Text, Number) = (text, number);

    public string? Text { get; }

    public double? Number { get; }

    public static implicit operator TableCell(string? text) => new(text ?? "", null);

    public static implicit operator TableCell(int number) => new(null, number);

    /// <summary>A number; one that is not finite is written as an empty cell, since "no data" is not zero.</summary>
    public static implicit operator TableCell(double number) => double.IsFinite(number) ? new(null, number) : new("", null);

    public override string ToString() => Number is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : Text ?? "";
}
