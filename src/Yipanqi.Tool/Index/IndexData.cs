using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool;

/// <summary>The raw figures of an index, column by column; columns may be longer than <see cref="Rows"/>.</summary>
internal sealed class IndexData
{
    private const int BytesBetweenMessages = 64 << 20;
    private const double Reserve = 1.05;
    private const int SampledRows = 1000;
    private readonly string _path;
    private readonly List<string> _units = [];

    private IndexData(string path, int items) => (_path, Columns) = (path, [.. Enumerable.Range(0, items).Select(_ => new double[SampledRows])]);

    /// <summary>One column per item, in the order of the structure; NaN is missing.</summary>
    public double[][] Columns { get; }

    /// <summary>Number of units.</summary>
    public int Rows => _units.Count;

    /// <summary>Codes of the units, in the order of the file.</summary>
    public IReadOnlyList<string> Units => _units;

    /// <summary>Reads the columns of the items; tells of its progress with large files.</summary>
    /// <exception cref="InputRefusedException">A column is missing, a cell is no number, or a unit stands twice.</exception>
    public static IndexData Read(string path, IndexStructure structure, TextWriter progress)
    {
        using var stream = InputFile.Open(path);
        var length = stream.Length;
        using var reader = new CsvReader(stream, path);
        var data = new IndexData(path, structure.ItemCount);
        var unit = reader.Column("uCode");
        int[] columns = [.. Enumerable.Range(0, structure.ItemCount).Select(item => reader.Column(structure.Nodes[item].Code))];
        long told = 0;
        while (reader.Read())
        {
            data.Take(reader, unit, columns, length);
            if (reader.BytesRead - told > BytesBetweenMessages)
            {
                told = reader.BytesRead;
                progress.WriteLine($"{path}: {data.Rows:N0} rows read, {(double)told / length:P0}");
            }
        }

        return data.Rows > 0 ? data : throw new InputRefusedException($"{path}: there is no row below the header; add at least one.");
    }

    /// <summary>Rows in the order of their unit's code; refuses a code that stands twice.</summary>
    public int[] ByUnit()
    {
        var codes = _units.ToArray();
        int[] rows = [.. Enumerable.Range(0, codes.Length)];
        Array.Sort(codes, rows, StringComparer.Ordinal);
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] == codes[i - 1])
            {
                throw new InputRefusedException($"{_path}, rows {Math.Min(rows[i], rows[i - 1]) + 2} and {Math.Max(rows[i], rows[i - 1]) + 2}, column uCode: both are \"{codes[i]}\"; give every unit one row.");
            }
        }

        return rows;
    }

    /// <summary>Calculates; a refusal comes back with the file, row and column.</summary>
    public void Locate(IndexStructure structure, Action calculate)
    {
        try
        {
            calculate();
        }
        catch (IndexRefusedException refused)
        {
            var row = refused.Row is { } i ? $", row {i + 2} ({_units[i]})" : "";
            var column = refused.Node is { } node && structure.Find(node) < structure.ItemCount ? $", column {node}" : "";
            throw new InputRefusedException($"{_path}{row}{column}: {refused.Message}");
        }
    }

    private void Take(CsvReader reader, int unit, int[] columns, long length)
    {
        var row = Rows;
        if (row == Columns[0].Length)
        {
            Grow(Math.Max(1.25 * row, Reserve * row / reader.BytesRead * length));
        }

        for (var item = 0; item < columns.Length; item++)
        {
            Columns[item][row] = reader.Number(columns[item]);
        }

        _units.Add(reader.Text(unit));
    }

    private void Grow(double rows)
    {
        for (var item = 0; item < Columns.Length; item++)
        {
            Array.Resize(ref Columns[item], (int)Math.Min(rows, Array.MaxLength));
        }
    }
}
