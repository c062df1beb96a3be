using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary>The columns of figures that a command works on, with their names and directions.</summary>
internal sealed class FigureTable
{
    private readonly CsvTable _table;
    private readonly int[] _columns;

    private FigureTable(CsvTable table, int[] columns, Direction[] directions)
    {
        (_table, _columns, Directions) = (table, columns, directions);
        Figures = Matrix.FromColumns([.. columns.Select(table.Numbers)]);
        Units = table.Texts(0);
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(column => _table.Header[column])];

    /// <summary>Names of the units: the first column of the file.</summary>
    public string[] Units { get; }

    /// <summary>Units in rows, the chosen columns in columns; missing is NaN.</summary>
    public Matrix Figures { get; }

    /// <summary>Direction of each column.</summary>
    public Direction[] Directions { get; }

    /// <summary>Reads figures.</summary>
    /// <param name="path">File whose first column names the units.</param>
    /// <param name="columns">Names of the columns to take; all but the first where null.</param>
    /// <param name="cost">Names of those among them for which less is better.</param>
    public static FigureTable Read(string path, IReadOnlyList<string>? columns, IReadOnlyList<string>? cost)
    {
        var table = CsvTable.Read(path);
        int[] positions = columns is { Count: > 0 } ? [.. columns.Select(table.Column)] : [.. Enumerable.Range(1, table.Header.Count - 1)];
        int[] costs = [.. (cost ?? []).Select(table.Column)];
        if (positions.Length == 0)
        {
            throw new InputRefusedException($"{path}, row 1: there is only the column of names; add columns of figures.");
        }

        if (costs.Except(positions).ToArray() is [var stray, ..])
        {
            throw new InputRefusedException($"{path}, row 1: \"{table.Header[stray]}\" is named as a cost but not among the columns to use; add it to --columns.");
        }

        return new FigureTable(table, positions, [.. positions.Select(position => costs.Contains(position) ? Direction.Cost : Direction.Benefit)]);
    }

    /// <summary>Runs a calculation on the figures; a refusal of it comes back with the file, row and column.</summary>
    /// <param name="calculate">The calculation.</param>
    /// <param name="row">Row it works on, where the refusal cannot know it.</param>
    /// <param name="column">Column it works on, where the refusal cannot know it.</param>
    public T Locate<T>(Func<T> calculate, int? row = null, int? column = null)
    {
        try
        {
            return calculate();
        }
        catch (IndexRefusedException refused)
        {
            var inRow = (refused.Row ?? row) is { } i ? $", row {i + 2} ({Units[i]})" : "";
            var inColumn = (refused.Column ?? column) is { } j ? $", column {Names[j]}" : "";
            throw new InputRefusedException($"{_table.File}{inRow}{inColumn}: {refused.Message}");
        }
    }

    /// <summary>Splits "A,B,C" of an option into names.</summary>
    public static string[] Split(string? names) => names?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
