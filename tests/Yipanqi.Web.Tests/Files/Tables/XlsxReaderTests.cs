using System.Text;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Tests.Files.Tables;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Reads_every_kind_of_cell_as_text()
    {
        var file = new WorkbookFile()
            .Shared("<si><t>共享</t></si><si><r><rPr><b/><sz val='11'/></rPr><t>富</t></r><r><t>文本</t></r><rPh sb='0' eb='1'><t>拼音</t></rPh><phoneticPr fontId='1'/></si><si/><si><t/></si><si><t>末</t></si>")
            .Rows("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' t='inlineStr'><is><t>行内</t></is></c><c r='D2'><v>3.1400000000000001</v></c>"
                + "<c r='E2' t='b'><v>1</v></c><c r='F2' s='3'><v>46295</v></c><c r='G2' t='str'><f>A1</f><v>结果</v></c><c r='H2' t='e'><v>#N/A</v></c><c r='I2'><v>320000000001</v></c><c r='J2' t='s'><v>4</v></c><c r='K2' t='s'><v>3</v></c></row>");

        Read(file).Rows.Single().Cells.ShouldBe(["共享", "富文本", "行内", "3.14", "TRUE", "46295", "结果", "#N/A", "320000000001", "末"]);
    }

    [Fact]
    public void Keeps_row_numbers_and_columns_where_cells_are_missing()
    {
        var rows = Read(new WorkbookFile().Rows("<row r='1'/><row r='7'><c r='B7'><v>1</v></c><c r='AA7'><v>2</v></c></row><row><c><v>3</v></c></row>")).Rows;

        rows.Select(r => r.Number).ShouldBe([7, 8]);
        (rows[0][0], rows[0][1], rows[0][26], rows[1][0]).ShouldBe(("", "1", "2", "3"));
    }

    [Fact]
    public void Reads_the_sheet_that_is_named()
    {
        var bytes = new WorkbookFile().Rows("<row><c><v>1</v></c></row>").ToBytes();

        TableReader.Read(bytes, "a.xlsx").Value.SheetNames.ShouldBe(["一", "二"]);
        TableReader.Read(bytes, "a.xlsx", "二").Value.Rows.Single()[0].ShouldBe("第二张");
        TableReader.Read(bytes, "a.xlsx", "三").Refusals.Single().Code.ShouldBe("table.no-sheet");
    }

    [Fact]
    public void Is_not_misled_by_an_absurd_dimension()
    {
        var file = new WorkbookFile().Rows("<row r='1048576'><c r='A1048576'><v>1</v></c></row>", before: "<dimension ref='A1:XFD1048576'/>");

        Read(file).Rows.Single().Number.ShouldBe(1_048_576);
    }

    [Fact]
    public void Refuses_content_beyond_the_last_column()
    {
        Refused(new WorkbookFile().Rows("<row r='1'><c r='XFD1'><v>1</v></c></row>").ToBytes()).ShouldBe("table.columns");
    }

    [Fact]
    public void Refuses_entity_bombs_and_looks_up_nothing_outside()
    {
        const string bomb = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
        const string outside = "<!DOCTYPE w [<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>]>";

        Refused(new WorkbookFile().Rows("<row><c t='inlineStr'><is><t>&b;</t></is></c></row>", head: bomb).ToBytes()).ShouldBe("table.broken");
        Refused(new WorkbookFile().Rows("<row><c t='inlineStr'><is><t>&x;</t></is></c></row>", head: outside).ToBytes()).ShouldBe("table.broken");
    }

    [Fact]
    public void Refuses_packing_bombs_quickly_and_without_unpacking()
    {
        var spaces = new WorkbookFile().Rows(new string(' ', 60_000_000)).ToBytes();
        var many = new WorkbookFile().Rows("<row/>");
        for (var i = 0; i < 2_000; i++)
        {
            many.Part($"xl/media/{i}.png", "");
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Refused(spaces).ShouldBe("table.bomb");
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(1_000_000);
        Refused(many.ToBytes()).ShouldBe("table.bomb");
    }

    [Fact]
    public void Refuses_a_part_whose_declared_size_lies()
    {
        var bytes = new WorkbookFile().Rows("<row><c><v>1</v></c></row>" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<row><c><v>{i * 7919}</v></c></row>"))).ToBytes();
        Lie(bytes, "xl/worksheets/sheet1.xml");

        Refused(bytes).ShouldBe("table.broken");
    }

    [Fact]
    public void Refuses_a_cell_longer_than_excel_allows()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5)));

        Refused(new WorkbookFile().Rows($"<row><c t='inlineStr'><is><t>{text}</t></is></c></row>").ToBytes()).ShouldBe("table.cell-too-long");
    }

    [Fact]
    public void Refuses_a_file_that_was_cut_off_or_is_another_archive()
    {
        var bytes = new WorkbookFile().Rows("<row/>").ToBytes();

        Refused(bytes[..(bytes.Length / 2)]).ShouldBe("table.broken");
        Refused(new WorkbookFile().Part("_rels/.rels", "<Relationships/>").ToBytes()).ShouldBe("table.no-workbook");
    }

    // In the central directory the uncompressed size stands 22 bytes before the name.
    private static void Lie(byte[] bytes, string part)
    {
        var name = bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(part));
        BitConverter.GetBytes(100).CopyTo(bytes, name - 22);
    }

    private static Sheet Read(WorkbookFile file) => TableReader.Read(file.ToBytes(), "a.xlsx").Value;

    private static string Refused(byte[] bytes) => TableReader.Read(bytes, "a.xlsx").Refusals.Single().Code;
}
