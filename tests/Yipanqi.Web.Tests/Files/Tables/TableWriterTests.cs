using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Yipanqi.Web.Files.Tables;
using TableColumn = Yipanqi.Web.Files.Tables.TableColumn;

namespace Yipanqi.Web.Tests.Files.Tables;

public sealed class TableWriterTests
{
    private static readonly TableColumn[] Columns = [new("文字", 30), new("数", 8)];

    private static readonly string[] Dangerous =
    [
        "=1+1", "+86", "-", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1", "'", "'普通", "'-",
        "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "普通;=1", "普通,=1", "\"=1\"", "a\r\nb", "_x0041_", "_x005F_", "\u0001控制", "𠮷", "",
    ];

    public static TheoryData<string> Texts => [.. Dangerous];

    [Theory, MemberData(nameof(Texts))]
    public async Task Writes_csv_that_no_spreadsheet_takes_for_a_formula_and_that_reads_back_the_same(string text)
    {
        var bytes = await CsvAsync([[text, 1], ["尾", -2.5]]);

        var cell = PlainRecords(bytes)[1];
        (cell.Length == 0 || !"=+-@\t\r\n＝＋－＠".Contains(cell[0])).ShouldBeTrue();
        var rows = TableReader.Read(bytes, "a.csv").Value.Rows;
        rows[1][0].ShouldBe(text);
        rows[2].Cells.ShouldBe(["尾", "-2.5"]);
    }

    [Theory, MemberData(nameof(Texts))]
    public void Writes_workbooks_whose_text_reads_back_the_same(string text)
    {
        var bytes = Xlsx([[text, 1.5]]);

        TableReader.Read(bytes, "a.xlsx").Value.Rows[1].Cells.ShouldBe([text, "1.5"]);
    }

    [Fact]
    public void Writes_workbooks_without_any_formula_that_follow_the_standard()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx(Dangerous.Select(t => new TableCell[] { t, 3 }))), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;

        new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<Cell>().Where(c => c.CellReference!.Value!.StartsWith('B') && c.CellReference != "B1").ShouldAllBe(c => c.DataType == null && c.CellValue!.Text == "3");
    }

    [Fact]
    public void Leaves_a_number_that_is_missing_empty()
    {
        TableReader.Read(Xlsx([["无", double.NaN], ["有", 0]]), "a.xlsx").Value.Rows.Select(r => r[1]).ShouldBe(["数", "", "0"]);
    }

    [Theory]
    [InlineData(1d / 3)]
    [InlineData(0.1 + 0.2)]
    [InlineData(-1e-9)]
    [InlineData(123456789012345678d)]
    public void Keeps_numbers_to_the_last_bit(double number)
    {
        var text = TableReader.Read(Xlsx([["数", number]]), "a.xlsx").Value.Rows[1][1];

        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number);
    }

    [Fact]
    public async Task Writes_10_000_rows_of_csv_within_half_a_second()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => new TableCell[] { $"单位{i}", i }).ToList();
        await CsvAsync(rows);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var bytes = await CsvAsync(rows);

        watch.ElapsedMilliseconds.ShouldBeLessThan(500);
        Encoding.UTF8.GetString(bytes).Split("\r\n").Length.ShouldBe(10_002);
    }

    private static async Task<byte[]> CsvAsync(IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        using var memory = new MemoryStream();
        await CsvWriter.WriteAsync(memory, Columns, rows);
        return memory.ToArray();
    }

    private static byte[] Xlsx(IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        using var memory = new MemoryStream();
        XlsxWriter.Write(memory, "表:一", Columns, rows);
        return memory.ToArray();
    }

    // First cell of each record as another program would see it: quotes taken off, apostrophes kept.
    private static List<string> PlainRecords(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var cells = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '"' ? ClosingQuote(text, at + 1) + 1 : text.IndexOf(',', at);
            cells.Add(text[at] == '"' ? text[(at + 1)..(end - 1)].Replace("\"\"", "\"") : text[at..end]);
            at = text.IndexOf("\r\n", end, StringComparison.Ordinal) + 2;
        }

        return cells;
    }

    private static int ClosingQuote(string text, int at)
    {
        while (text[at] != '"' || text[at + 1] == '"')
        {
            at += text[at] == '"' ? 2 : 1;
        }

        return at;
    }
}
