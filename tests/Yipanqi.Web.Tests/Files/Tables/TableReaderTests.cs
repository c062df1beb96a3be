using System.Text;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Tests.Files.Tables;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("编码,名称\nA1,财政局\n")]
    [InlineData("编码\t名称\r\nA1\t财政局\r\n")]
    [InlineData("编码;名称\nA1;财政局")]
    [InlineData("\"编码\",\"名称\"\n\"A1\",\"财政局\"\n")]
    public void Reads_the_usual_separators_and_quotes(string text)
    {
        var sheet = Read(text);

        sheet.Rows.Select(r => string.Join('|', r.Cells)).ShouldBe(["编码|名称", "A1|财政局"]);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public void Finds_the_encoding(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("编码,名称\nA1,䶮县财政局")];

        TableReader.Read(bytes, "a.csv").Value.Rows[1].Cells.ShouldBe(["A1", "䶮县财政局"]);
    }

    [Fact]
    public void Keeps_quotes_commas_and_line_breaks_inside_a_cell()
    {
        Read("a,b\n\"甲,\"\"乙\"\"\n丙\",2\nx,y").Rows.Select(r => (r.Number, r[0])).ShouldBe([(1, "a"), (2, "甲,\"乙\"\n丙"), (3, "x")]);
    }

    [Fact]
    public void Keeps_the_row_numbers_of_the_file_where_rows_are_empty()
    {
        Read("单位表\n\na,b\n,,\n1,2\n").Rows.Select(r => r.Number).ShouldBe([1, 3, 5]);
    }

    [Fact]
    public void Marks_rows_that_are_shorter_or_longer_than_the_head()
    {
        var rows = Read("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n").Rows;

        rows.Select(r => r.Fault.Length > 0).ShouldBe([false, false, true, true, false]);
        rows[2].Fault.ShouldContain("只有 2 格");
        rows[3].Fault.ShouldContain("有 4 格");
    }

    [Theory]
    [InlineData("a,b\n\"没有收尾,2\n", "table.quote")]
    [InlineData("a,b\n\"甲\"乙,2\n", "table.quote")]
    [InlineData("<html><table>", "table.html")]
    [InlineData("", "table.empty")]
    [InlineData("\n\n,,\n", "table.empty")]
    [InlineData("a\0b", "table.unknown")]
    public void Refuses_text_that_is_no_table(string text, string code)
    {
        TableReader.Read(Encoding.UTF8.GetBytes(text), "a.csv").Refusals.Single().Code.ShouldBe(code);
    }

    [Fact]
    public void Refuses_an_old_or_locked_workbook_with_the_remedy()
    {
        var refusal = TableReader.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "a.xls").Refusals.Single();

        refusal.Code.ShouldBe("table.old-excel");
        refusal.Message.ShouldContain("另存为 .xlsx");
    }

    [Fact]
    public void Refuses_bytes_in_no_known_encoding()
    {
        TableReader.Read([0x61, 0x2C, 0xFF, 0xFF, 0x80, 0x20], "a.csv").Refusals.Single().Code.ShouldBe("table.unknown");
    }

    [Fact]
    public void Refuses_more_than_20_megabytes_before_reading_on()
    {
        using var endless = new EndlessStream();

        var outcome = TableReader.Read(endless, "a.csv");

        outcome.Refusals.Single().Message.ShouldContain("20 MB");
        endless.Read64k.ShouldBeLessThan(400);
    }

    [Theory]
    [InlineData(100_001, 1, "table.rows")]
    [InlineData(1, 257, "table.columns")]
    [InlineData(10_000, 200, "table.columns")]
    public void Refuses_absurdly_many_rows_columns_or_cells(int rows, int columns, string code)
    {
        var line = string.Join(',', Enumerable.Repeat("1", columns)) + "\n";

        TableReader.Read(Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, line, rows).ToString()), "a.csv").Refusals.Single().Code.ShouldBe(code);
    }

    [Fact]
    public void Reads_10_000_rows_of_text_within_half_a_second()
    {
        var text = Encoding.UTF8.GetBytes("编码,名称,类别\n" + string.Concat(Enumerable.Range(1, 10_000).Select(i => $"U{i},第{i}支部,\"党支部\"\n")));
        TableReader.Read(text, "a.csv");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        TableReader.Read(text, "a.csv").Value.Rows.Count.ShouldBe(10_001);

        watch.ElapsedMilliseconds.ShouldBeLessThan(500);
    }

    private static Sheet Read(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text), "a.csv").Value;

    private sealed class EndlessStream : MemoryStream
    {
        public int Read64k { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            Read64k++;
            buffer.Fill((byte)'1');
            return buffer.Length;
        }
    }
}
