using Spectre.Console;

namespace Yipanqi.Tool;

/// <summary>
/// A table of results: comma-separated values, so that it can be kept and read by other programs; drawn with lines when
/// standard output is a terminal.
/// </summary>
internal sealed class Report(params string[] header)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>Adds a row of texts, whole numbers and figures; null and NaN are empty cells.</summary>
    public void Add(params object?[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            Draw();
            return;
        }

        var csv = new CsvWriter(output);
        WriteRow(csv, header);
        _rows.ForEach(row => WriteRow(csv, row));
    }

    private static void WriteRow(CsvWriter csv, object?[] cells)
    {
        foreach (var cell in cells)
        {
            _ = cell switch
            {
                null => csv.Text(""),
                double number => csv.Number(number),
                int number => csv.Integer(number),
                _ => csv.Text(cell.ToString() ?? ""),
            };
        }

        csv.End();
    }

    private void Draw()
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var j = 0; j < header.Length; j++)
        {
            var column = new TableColumn(Markup.Escape(header[j]));
            table.AddColumn(_rows.Any(row => row[j] is double or int) ? column.RightAligned() : column);
        }

        foreach (var row in _rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(Shown(cell)))]);
        }

        AnsiConsole.Write(table);
    }

    private static string Shown(object? cell) => cell switch
    {
        double number when double.IsNaN(number) => "",
        double number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
