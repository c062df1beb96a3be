using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Support;

/// <summary>Reference files, rows by code and columns by name.</summary>
internal sealed class Reference
{
    private readonly CsvTable _table;
    private readonly string[] _codes;

    private Reference(CsvTable table, string code) => (_table, _codes) = (table, table.Texts(table.Column(code)));

    public IReadOnlyList<string> Codes => _codes;

    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Reference", file);

    public static Reference Read(string file, string code = "uCode") => new(CsvTable.Read(Path(file)), code);

    public string[] ColumnsWithout(params string[] others) => [.. _table.Header.Except(others)];

    public double[] Numbers(string column) => _table.Numbers(_table.Column(column));

    public double[] Numbers(string column, IEnumerable<string> codes)
    {
        var numbers = Numbers(column);
        return [.. codes.Select(code => numbers[RowOf(code)])];
    }

    public double Number(string code, string column) => Numbers(column)[RowOf(code)];

    public string Text(string code, string column) => _table.Text(RowOf(code), _table.Column(column));

    public string[] Texts(string column) => _table.Texts(_table.Column(column));

    public Matrix Matrix(IEnumerable<string> columns) => Engine.CompositeIndex.Matrix.FromColumns([.. columns.Select(Numbers)]);

    private int RowOf(string code) => Array.IndexOf(_codes, code) is var row and >= 0 ? row : throw new ArgumentException($"No row {code}.");
}
