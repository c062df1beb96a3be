namespace Yipanqi.Tool;

/// <summary>A small table of comma-separated values, read whole. For large ones read with <see cref="CsvReader"/>.</summary>
internal sealed class CsvTable
{
    private readonly List<string[]> _rows = [];

    private CsvTable(string file, IReadOnlyList<string> header) => (File, Header) = (file, header);

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Number of records below the header.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="InputRefusedException">The file cannot be opened, is not well formed or has no record.</exception>
    /// <param name="path">The file.</param>
    /// <param name="firstNameOptional">Whether the first column may be without a name, as in a square table.</param>
    public static CsvTable Read(string path, bool firstNameOptional = false) => Read(InputFile.Open(path), path, firstNameOptional);

    /// <summary>Reads a stream whole and disposes it; <paramref name="file"/> names it in messages.</summary>
    /// <exception cref="InputRefusedException">The text is not well formed or has no record.</exception>
    public static CsvTable Read(Stream stream, string file, bool firstNameOptional = false)
    {
        using var reader = new CsvReader(stream, file, firstNameOptional);
        var table = new CsvTable(file, reader.Header);
        while (reader.Read())
        {
            table._rows.Add([.. Enumerable.Range(0, reader.Header.Count).Select(reader.Text)]);
        }

        return table.RowCount > 0 ? table : throw new InputRefusedException($"{file}: there is no row below the header; add at least one.");
    }

    /// <summary>Position of a column by name.</summary>
    public int Column(string name)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == name)
            {
                return i;
            }
        }

        throw new InputRefusedException($"{File}, row 1: there is no column \"{name}\"; the columns are {string.Join(", ", Header)}.");
    }

    /// <summary>One cell as text.</summary>
    public string Text(int row, int column) => _rows[row][column];

    /// <summary>A column as text.</summary>
    public string[] Texts(int column) => [.. _rows.Select(row => row[column])];

    /// <summary>A column as numbers; NaN where a cell is empty.</summary>
    /// <exception cref="InputRefusedException">A cell is neither empty nor a number.</exception>
    public double[] Numbers(int column) => [.. Enumerable.Range(0, RowCount).Select(row => Number(row, column))];

    /// <summary>A refusal that names the file, a row and a column.</summary>
    public InputRefusedException Refused(int row, int column, string reason) =>
        new($"{File}, row {row + 2}, column {Header[column]}: {reason}.");

    private double Number(int row, int column) =>
        CsvNumber.TryParse(System.Text.Encoding.UTF8.GetBytes(_rows[row][column]), out var value)
            ? value
            : throw Refused(row, column, $"\"{_rows[row][column]}\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing");
}
