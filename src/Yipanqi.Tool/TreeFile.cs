using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary>The tree of an index from a file with the columns iCode, Parent, Level, Direction and Weight (others are ignored).</summary>
/// <param name="Codes">Codes of the nodes, leaves first, the root last.</param>
/// <param name="Directions">Direction of each leaf.</param>
/// <param name="Tree">The tree; weights of all nodes between leaves and root are uncertain.</param>
internal sealed record TreeFile(string[] Codes, Direction[] Directions, WeightTree Tree)
{
    /// <summary>Reads a tree. Rows without a level (groups, denominators) are left out; level 1 are the leaves.</summary>
    /// <exception cref="InputRefusedException">The file does not hold one tree.</exception>
    public static TreeFile Read(string path)
    {
        var table = CsvTable.Read(path);
        var levels = table.Numbers(table.Column("Level"));
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !double.IsNaN(levels[row])).OrderBy(row => levels[row])];
        string[] codes = [.. rows.Select(row => table.Text(row, table.Column("iCode")))];
        int[] parents = [.. rows.Select(row => Parent(table, row, codes))];
        var leafCount = rows.Count(row => levels[row] == 1);
        var weights = table.Numbers(table.Column("Weight"));
        bool[] noisy = [.. rows.Select((_, node) => node >= leafCount)];
        try
        {
            return new TreeFile(
                codes,
                [.. rows.Take(leafCount).Select(row => DirectionOf(table, row))],
                new WeightTree(parents, [.. rows.Select(row => weights[row])], noisy, leafCount));
        }
        catch (IndexRefusedException refused)
        {
            throw new InputRefusedException($"{path}, row {(refused.Row is { } node ? rows[node] + 2 : 1)}, column Parent or Weight: {refused.Message}");
        }
    }

    private static int Parent(CsvTable table, int row, string[] codes)
    {
        var column = table.Column("Parent");
        var code = table.Text(row, column);
        var position = Array.IndexOf(codes, code);
        return code.Length == 0 || position >= 0
            ? position
            : throw table.Refused(row, column, $"there is no node \"{code}\" in column iCode; add its row or correct the name");
    }

    private static Direction DirectionOf(CsvTable table, int row)
    {
        var column = table.Column("Direction");
        return table.Text(row, column) switch
        {
            "1" => Direction.Benefit,
            "-1" => Direction.Cost,
            var other => throw table.Refused(row, column, $"\"{other}\" is not a direction; write 1 where more is better or -1 where less is better"),
        };
    }
}
