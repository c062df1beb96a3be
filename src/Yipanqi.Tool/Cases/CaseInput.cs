using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool.Cases;

/// <summary>The <c>input</c> of one case, read field by field. A null in a list is a missing figure (NaN).</summary>
/// <param name="input">The JSON object.</param>
/// <param name="root">Folder that file paths in a case start from.</param>
internal sealed class CaseInput(JsonElement input, string root)
{
    /// <summary>A number; NaN for null; the fallback where the field is absent.</summary>
    /// <exception cref="InputRefusedException">The field is absent without a fallback, or not a number.</exception>
    public double Number(string field, double? fallback = null) =>
        input.TryGetProperty(field, out var value)
            ? Number(value, field)
            : fallback ?? throw Refused(field, "is absent; add it");

    /// <summary>A list of numbers.</summary>
    public double[] Numbers(string field) => Numbers(Required(field), field);

    /// <summary>A list of numbers, or as many equal ones where the field is absent.</summary>
    public double[] NumbersOrOnes(string field, int count) =>
        input.TryGetProperty(field, out var value) ? Numbers(value, field) : [.. Enumerable.Repeat(1.0, count)];

    /// <summary>A list of equally long lists of numbers.</summary>
    public double[][] Rows(string field) => Rows(Required(field), field);

    /// <summary>A table of numbers.</summary>
    public Matrix Matrix(string field = "matrix") => Engine.CompositeIndex.Matrix.FromRows(Rows(field));

    /// <summary>A list of judgement matrices.</summary>
    public JudgementMatrix[] JudgementMatrices(string field) =>
        [.. Elements(Required(field), field).Select((matrix, i) => JudgementMatrix.FromRows(Rows(matrix, $"{field}[{i}]")))];

    /// <summary>Directions of the columns from <c>types</c> (+1 or −1); all benefits where it is absent or a sentence.</summary>
    public Direction[] Directions(int columns)
    {
        if (!input.TryGetProperty("types", out var types) || types.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return [.. Enumerable.Repeat(Engine.CompositeIndex.Direction.Benefit, columns)];
        }

        var directions = Elements(types, "types").Select((type, j) => DirectionOf(Number(type, $"types[{j}]"), $"types[{j}]")).ToArray();
        return directions.Length == columns
            ? directions
            : throw Refused("types", $"has {directions.Length} entries for {columns} columns; give one for each");
    }

    /// <summary>The direction of one column from <c>direction</c>; benefit where it is absent.</summary>
    public Direction Direction() => DirectionOf(Number("direction", 1), "direction");

    /// <summary>The named columns of the named file.</summary>
    public Matrix FileColumns()
    {
        var table = CsvTable.Read(Path.Combine(root, Required("file").GetString() ?? ""));
        var names = Elements(Required("columns"), "columns").Select(name => name.GetString() ?? "");
        return Engine.CompositeIndex.Matrix.FromColumns([.. names.Select(name => table.Numbers(table.Column(name)))]);
    }

    private static Direction DirectionOf(double sign, string field) => sign switch
    {
        1 => Engine.CompositeIndex.Direction.Benefit,
        -1 => Engine.CompositeIndex.Direction.Cost,
        _ => throw Refused(field, $"is {sign:R}; write 1 for a benefit or -1 for a cost"),
    };

    private static double[][] Rows(JsonElement value, string field)
    {
        var rows = Elements(value, field).Select((row, i) => Numbers(row, $"{field}[{i}]")).ToArray();
        var uneven = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        return uneven < 0 ? rows : throw Refused($"{field}[{uneven}]", $"has {rows[uneven].Length} cells and {field}[0] has {rows[0].Length}; give rows of the same length");
    }

    private static double[] Numbers(JsonElement value, string field) => [.. Elements(value, field).Select((cell, i) => Number(cell, $"{field}[{i}]"))];

    private static double Number(JsonElement value, string field) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => throw Refused(field, $"is {value.GetRawText()}; write a number, or null where it is missing"),
    };

    private static IEnumerable<JsonElement> Elements(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Refused(field, "is not a list; write it in square brackets");

    private static InputRefusedException Refused(string field, string reason) => new($"input.{field} {reason}.");

    private JsonElement Required(string field) => input.TryGetProperty(field, out var value) ? value : throw Refused(field, "is absent; add it");
}
