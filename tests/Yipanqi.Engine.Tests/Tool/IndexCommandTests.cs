using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Tool;

public class IndexCommandTests
{
    private const string Tree = "iCode,Parent,Level,Direction,Weight,Floor,Target\na,Index,1,1,1,0,10\nb,Index,1,-1,3,20,0\nIndex,,2,,1,,\n";
    private const string Data = "name,uCode,b,a\nx,U2,5,2\ny,U1,15,4\nz,U3,,6\n";

    [Theory]
    [InlineData("asem/metadata.csv", "asem/raw_data.csv", "asem/s1_aggregated_amean.csv", "aggregated", null)]
    [InlineData("asem/metadata.csv", "asem/raw_data.csv", "asem/s1_normalised_minmax_0_100.csv", "normalised", null)]
    [InlineData("asem/metadata.csv", "asem/raw_data.csv", "asem/s1_aggregated_amean_custom_weights.csv", "aggregated", "asem/weights_custom.csv")]
    [InlineData("synth46/hierarchy.csv", "synth46/items.csv", "synth46/aggregated_amean.csv", "aggregated", null)]
    [InlineData("synth46/hierarchy.csv", "synth46/items.csv", "synth46/normalised_minmax_0_100.csv", "normalised", null)]
    public void Writes_the_tables_found_in_the_reference(string structure, string data, string expected, string stage, string? weights)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("out.csv", "");
        string[] more = weights is null ? [] : ["--weights", Reference.Path(weights)];

        var run = CommandLine.Run(["index", "--data", Reference.Path(data), "--structure", Reference.Path(structure), "--stage", stage, "--out", path, .. more]);

        run.ShouldBe(new CommandLine(0, "", ""));
        string[] lines = File.ReadAllLines(path), wanted = File.ReadAllLines(Reference.Path(expected));
        lines[0].ShouldBe(wanted[0]);
        lines.Length.ShouldBe(wanted.Length);
        for (var row = 1; row < lines.Length; row++)
        {
            string[] got = lines[row].Split(','), want = wanted[row].Split(',');
            got[0].ShouldBe(want[0]);
            got.Skip(1).Select(Figure).ToArray().ShouldAgreeWith([.. want.Skip(1).Select(Figure)], got[0]);
        }
    }

    [Theory]
    [InlineData("goalposts", "amean", "U1,28.75\nU2,61.25\nU3,60\n")]
    [InlineData("goalposts:1:100", "hmean", "U1,28.3415791257201\nU2,45.483472575372325\nU3,60.4\n")]
    [InlineData("target", "amean", "U1,0.0625\nU2,0.5\nU3,0.5\n")]
    [InlineData("percentile", "amean", "U1,0.125\nU2,0.75\nU3,1\n")]
    [InlineData("borda", "amean", "U1,0.25\nU2,0.75\nU3,2\n")]
    public void Takes_every_normalisation(string normalise, string aggregate, string rows) =>
        Run("--normalise", normalise, "--aggregate", aggregate).ShouldBe(new CommandLine(0, "uCode,Index\n" + rows, ""));

    [Fact]
    public void Ranks_units_and_leaves_thin_ones_out_by_the_availability_threshold() =>
        Run("--stage", "ranks", "--normalise", "goalposts", "--availability", "1").Output.ShouldBe("uCode,Index,Rank\nU1,28.75,2\nU2,61.25,1\nU3,,\n");

    [Theory]
    [InlineData(Tree, "uCode,b,a\nU1,5,x\n", "data.csv, row 2, column a: \"x\" is not a number")]
    [InlineData(Tree, "uCode,a\nU1,5\n", "data.csv, row 1: there is no column \"b\"")]
    [InlineData(Tree, "uCode,a,b\nU1,5,1\nU1,6,2\n", "data.csv, rows 2 and 3, column uCode: both are \"U1\"")]
    [InlineData(Tree, "uCode,a,b\nU1,5,1\nU2,5,2\n", "data.csv, column a: Item 'a': all 2 present values are 5")]
    [InlineData("iCode,Parent,Level,Direction,Weight\na,Top,1,1,1\nIndex,,2,,1\n", Data, "tree.csv, row 2: Node 'a' names the parent 'Top'")]
    [InlineData("iCode,Parent,Level,Direction,Weight\na,Index,1,up,1\nIndex,,2,,1\n", Data, "tree.csv, row 2, column Direction: \"up\" is not a direction")]
    [InlineData("iCode,Parent,Level,Direction,Weight\na,Index,1,1,\nIndex,,2,,1\n", Data, "tree.csv, row 2, column Weight: the node has no weight")]
    [InlineData("iCode,Parent,Level,Direction,Weight\na,Index,1,1,1\nIndex,,3,,1\n", Data, "tree.csv, row 3, column Level: \"3\" is stated")]
    public void Names_file_row_and_column_of_what_is_wrong(string tree, string data, string message)
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("index", "--data", folder.Write("data.csv", data), "--structure", folder.Write("tree.csv", tree));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(message);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--normalise", "ranks", "there is no such method")]
    [InlineData("--aggregate", "median", "there is no such mean")]
    [InlineData("--aggregate", "amean,gmean", "2 rules of aggregation for 1 levels")]
    [InlineData("--availability", "2", "this is no share")]
    [InlineData("--aggregate", "gmean", "row 2 (U2), column a: Node 'Index': its child 'a' has the score 0")]
    public void Names_what_is_wrong_with_an_option(string option, string value, string message)
    {
        var run = Run(option, value);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(message);
    }

    private static CommandLine Run(params string[] options)
    {
        using var folder = new TemporaryFolder();
        return CommandLine.Run(["index", "--data", folder.Write("data.csv", Data), "--structure", folder.Write("tree.csv", Tree), .. options]);
    }

    private static double Figure(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
