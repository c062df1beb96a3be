using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary>An index from a file with the columns iCode, Parent, Level, Direction, Weight, and Target and Floor where needed.</summary>
internal sealed class StructureFile
{
    private readonly CsvTable _table;
    private readonly double[] _levels;
    private readonly double[] _weights;

    private StructureFile(CsvTable table, string? weights)
    {
        _table = table;
        _levels = table.Numbers(table.Column("Level"));
        _weights = table.Numbers(table.Column("Weight"));
        if (weights is not null)
        {
            Reweigh(CsvTable.Read(weights));
        }

        Structure = null!;
    }

    /// <summary>The index.</summary>
    public IndexStructure Structure { get; private set; }

    /// <summary>Reads and checks an index. Rows without a level (groups, denominators) are left out; level 1 are the items.</summary>
    /// <param name="path">The file.</param>
    /// <param name="weights">File of weights that replace those of the structure; null: none.</param>
    /// <param name="rule">Makes the rules of the items.</param>
    /// <param name="levels">Rules of the levels.</param>
    /// <exception cref="InputRefusedException">The file does not hold one index.</exception>
    public static StructureFile Read(string path, string? weights, ItemRuleMaker rule, LevelRule[] levels)
    {
        var file = new StructureFile(CsvTable.Read(path), weights);
        try
        {
            file.Structure = IndexStructure.Build([.. file.Rows().Select(row => file.Node(row, rule))], levels);
        }
        catch (IndexRefusedException refused)
        {
            var row = refused.Node is { } node ? $", row {file.RowOf(node) + 2}" : "";
            throw new InputRefusedException($"{path}{row}: {refused.Message}");
        }

        file.RequireStatedLevels();
        return file;
    }

    private IEnumerable<int> Rows() => Enumerable.Range(0, _table.RowCount).Where(row => !double.IsNaN(_levels[row]));

    private int RowOf(string code) => Rows().FirstOrDefault(row => Code(row) == code, -1);

    private string Code(int row) => _table.Text(row, _table.Column("iCode"));

    private IndexNode Node(int row, ItemRuleMaker rule)
    {
        var isItem = _levels[row] == 1;
        if (double.IsNaN(_weights[row]))
        {
            throw _table.Refused(row, _table.Column("Weight"), "the node has no weight; give it a number of at least 0");
        }

        return new IndexNode(Code(row), _table.Text(row, _table.Column("Parent")), _weights[row]) { Rule = isItem ? Rule(row, rule) : null };
    }

    private ItemRule Rule(int row, ItemRuleMaker rule)
    {
        var column = _table.Column("Direction");
        var direction = _table.Text(row, column) switch
        {
            "1" => Direction.Benefit,
            "-1" => Direction.Cost,
            var other => throw _table.Refused(row, column, $"\"{other}\" is not a direction; write 1 where more is better or -1 where less is better"),
        };
        try
        {
            return rule(direction, () => Parameter(row, "Target"), () => Parameter(row, "Floor"));
        }
        catch (IndexRefusedException refused)
        {
            throw _table.Refused(row, _table.Column("iCode"), refused.Message.TrimEnd('.'));
        }
    }

    private double Parameter(int row, string name)
    {
        var column = _table.Column(name);
        return _table.Text(row, column).Length > 0
            ? _table.Numbers(column)[row]
            : throw _table.Refused(row, column, $"the normalisation needs a {name.ToLowerInvariant()} for every item; fill the cell, or choose another --normalise");
    }

    private void Reweigh(CsvTable given)
    {
        int codes = given.Column("iCode"), weights = given.Column("Weight");
        var numbers = given.Numbers(weights);
        for (var row = 0; row < given.RowCount; row++)
        {
            var at = RowOf(given.Text(row, codes));
            if (at < 0)
            {
                throw given.Refused(row, codes, $"the structure has no node \"{given.Text(row, codes)}\"; correct the code or remove the row");
            }

            _weights[at] = !double.IsNaN(numbers[row])
                ? numbers[row]
                : throw given.Refused(row, weights, "the node has no weight; give it a number of at least 0, or remove the row");
        }
    }

    private void RequireStatedLevels()
    {
        foreach (var row in Rows())
        {
            var level = Structure.Levels[Structure.Find(Code(row))];
            if (level != _levels[row])
            {
                throw _table.Refused(row, _table.Column("Level"), $"\"{_levels[row]:R}\" is stated, but by its parents the node stands at level {level}; correct Level or Parent");
            }
        }
    }
}
