using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Tool;

public class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,\n")]
    [InlineData("a,b\r\n1,x\r\n2,")]
    [InlineData("\uFEFFa,b\n1,x\n2,\n")]
    [InlineData("\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"\"\r\n")]
    public void Reads_every_customary_form_of_the_same_table(string text)
    {
        using var reader = Reader(text);

        reader.Header.ShouldBe(["a", "b"]);
        reader.Read().ShouldBeTrue();
        (reader.Number(0), reader.Text(1)).ShouldBe((1.0, "x"));
        reader.Read().ShouldBeTrue();
        (reader.Number(0), reader.Number(1)).ShouldBe((2.0, double.NaN));
        reader.Read().ShouldBeFalse();
    }

    [Fact]
    public void Reads_quotes_commas_line_breaks_and_chinese_inside_a_quoted_cell()
    {
        using var reader = Reader("单位,b\n\"第一,支部 \"\"先锋\"\"\r\n二行\",3\n");

        reader.Read();

        reader.Header[0].ShouldBe("单位");
        reader.Text(0).ShouldBe("第一,支部 \"先锋\"\r\n二行");
        reader.Number(1).ShouldBe(3);
    }

    [Fact]
    public void Records_longer_than_the_buffer_are_read_whole()
    {
        var cell = new string('x', 200_000);
        using var reader = Reader($"a,b\n{cell},1\n{cell}y,2\n");

        reader.Read();
        reader.Read();

        reader.Text(0).ShouldBe(cell + "y");
        reader.Number(1).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "f.csv: the file is empty; its first row must name the columns.")]
    [InlineData("a,,c\n", "f.csv, row 1: column 2 has no name; give every column a name.")]
    [InlineData("a,b,a\n", "f.csv, row 1: the column \"a\" appears twice; rename or remove one.")]
    [InlineData("a,b\n1,2\n1,2,3\n", "f.csv, row 3: 3 cells, but the header names 2 columns; add or remove commas, and put a cell that contains a comma into double quotes.")]
    [InlineData("a,b\n1,2\n\n", "f.csv, row 3: 1 cells, but the header names 2 columns; add or remove commas, and put a cell that contains a comma into double quotes.")]
    [InlineData("a,b\n1,\"2\n", "f.csv, row 2: a double quote is opened and never closed; close it or remove it.")]
    [InlineData("a,b\n1,2\"\"\n", "f.csv, row 2: a double quote or carriage return stands where none may; put the whole cell into double quotes and double the quotes inside it.")]
    [InlineData("a,b\n1,\"2\"x\n", "f.csv, row 2: a double quote or carriage return stands where none may; put the whole cell into double quotes and double the quotes inside it.")]
    [InlineData("a,b\r1,2\r", "f.csv, row 1: a double quote or carriage return stands where none may; put the whole cell into double quotes and double the quotes inside it.")]
    [InlineData("a,b\n1,1e999\n", "f.csv, row 2, column b: \"1e999\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing.")]
    [InlineData("a,b\n1,NaN\n", "f.csv, row 2, column b: \"NaN\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing.")]
    [InlineData("a,b\n1, 2\n", "f.csv, row 2, column b: \" 2\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing.")]
    [InlineData("a,b\n1,\"1,234\"\n", "f.csv, row 2, column b: \"1,234\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing.")]
    public void Refuses_with_file_row_column_and_remedy(string text, string message)
    {
        var refused = Should.Throw<InputRefusedException>(() =>
        {
            using var reader = Reader(text);
            while (reader.Read())
            {
                reader.Number(1);
            }
        });

        refused.Message.ShouldBe(message);
    }

    [Fact]
    public void Refuses_text_that_is_not_utf_8()
    {
        using var reader = new CsvReader(new MemoryStream([.. "a\n"u8, 0xB5, 0xA5, .. "\n"u8]), "f.csv");

        reader.Read();

        Should.Throw<InputRefusedException>(() => reader.Text(0)).Message.ShouldBe("f.csv, row 2, column a: the text is not UTF-8; save the file as \"CSV UTF-8\".");
    }

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NormalFloat[], string[]>((numbers, texts) =>
        {
            var cells = texts.Select(text => text ?? "").Where(text => !text.Any(char.IsSurrogate)).ToArray();
            var output = new StringWriter();
            var writer = new CsvWriter(output);
            writer.Text("key");
            foreach (var i in Enumerable.Range(0, numbers.Length + cells.Length))
            {
                writer.Text($"c{i}");
            }

            writer.End();
            writer.Text("row");
            numbers.ToList().ForEach(number => writer.Number(number.Item));
            cells.ToList().ForEach(cell => writer.Text(cell));
            writer.End();

            using var reader = Reader(output.ToString());
            return reader.Read()
                && numbers.Select((number, i) => reader.Number(i + 1).Equals(number.Item)).All(same => same)
                && cells.Select((cell, i) => reader.Text(numbers.Length + i + 1) == cell).All(same => same);
        }));

    private static CsvReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.csv");
}
