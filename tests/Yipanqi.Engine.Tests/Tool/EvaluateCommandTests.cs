using System.Text.Json;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.Tool;

public class EvaluateCommandTests
{
    // The Sobol cases hold a function, not figures: SobolTests works them out.
    private static readonly string[] Families =
        ["aggregation", "ahp", "coupling", "normalisation", "rank_correlation", "topsis", "treatment", "weights", "weights_on_data"];

    private static readonly string[] Extra = ["CI_from_column_mean_weights", "CR_from_column_mean_weights_RI_0_52"];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var family in Families)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(PathOf(family)));
            foreach (var item in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                cases.Add(family, item.GetProperty("id").GetString()!);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reaches_every_reference_case_within_its_tolerance(string family, string id)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(family)));
        var expected = document.RootElement.GetProperty("cases").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);

        var run = CommandLine.Run("evaluate", PathOf(family));

        run.ExitCode.ShouldBe(0, run.Error);
        using var answers = JsonDocument.Parse(run.Output);
        var answer = answers.RootElement.EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        Compare(answer.GetProperty("result"), expected.GetProperty("expected"), id);
    }

    [Fact]
    public void Answers_an_error_for_a_case_without_a_result_and_goes_on_with_the_others()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("cases.json", """
            {"cases": [
              {"id": "zero", "method": "geometric_mean", "input": {"x": [0, 2], "w": [1, 1]}},
              {"id": "none", "method": "geometric_mean", "input": {"x": [null], "w": [1]}},
              {"id": "what", "method": "guess", "input": {}},
              {"id": "word", "method": "pearson", "input": {"x": [1, "two"], "y": [1, 2]}}]}
            """);

        var run = CommandLine.Run("evaluate", path);

        run.ExitCode.ShouldBe(1);
        using var answers = JsonDocument.Parse(run.Output);
        var byId = answers.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!);
        byId["zero"].GetProperty("error").GetString().ShouldBe("Value 1 is 0, and the geometric mean needs values above 0: rescale scores to 1–100 first, or use the arithmetic mean.");
        byId["none"].GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
        byId["what"].GetProperty("error").GetString()!.ShouldStartWith("The method \"guess\" is not one of those");
        byId["word"].GetProperty("error").GetString().ShouldBe("input.x[1] is \"two\"; write a number, or null where it is missing.");
    }

    [Fact]
    public void Takes_files_of_a_case_from_the_root_it_is_given()
    {
        using var folder = new TemporaryFolder();
        folder.Write("figures.csv", "unit,a,b\nx,1,2\ny,4,16\n");
        var path = folder.Write("cases.json", """{"cases": [{"id": "1", "method": "entropy+critic+std+cv", "input": {"file": "figures.csv", "columns": ["a", "b"], "types": "all benefit"}}]}""");

        var run = CommandLine.Run("evaluate", path, "--root", Path.GetDirectoryName(path)!);

        // Two criteria that order two units alike have r = 1, no conflict and so no CRITIC weight.
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("No criterion has a weight above 0");
    }

    [Fact]
    public void Refuses_a_file_that_is_not_json_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("cases.json", "{\"cases\": [\n oops ]}");

        var run = CommandLine.Run("evaluate", path);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"{path}, line 2: the file is not JSON");
    }

    private static string PathOf(string family) => Reference.Path($"cases/{family}.json");

    private static void Compare(JsonElement actual, JsonElement expected, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in expected.EnumerateObject().Where(field => !Extra.Contains(field.Name)))
                {
                    Compare(actual.GetProperty(field.Name), field.Value, $"{where}.{field.Name}");
                }

                break;
            case JsonValueKind.Array:
                actual.GetArrayLength().ShouldBe(expected.GetArrayLength(), where);
                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    Compare(actual[i], expected[i], $"{where}[{i}]");
                }

                break;
            case JsonValueKind.Number:
                actual.GetDouble().ShouldAgreeWith(expected.GetDouble(), where);
                break;
            default:
                actual.ToString().ShouldBe(expected.ToString(), where);
                actual.ValueKind.ShouldBe(expected.ValueKind, where);
                break;
        }
    }
}
