using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Tool.Cases;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi evaluate</c>: works out the cases of a file, for checking the engine against figures from elsewhere.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<string>("cases.json") { Description = "File of cases: {\"cases\": [{\"id\", \"method\", \"input\"}, …]}; other fields are ignored." };
        var root = new Option<string?>("--root") { Description = "Folder that file paths in a case start from; by default the folder above that of the cases file." };
        var command = new Command(
            "evaluate",
            $$"""
            Works out every case of a file and prints a JSON array of {"id", "result"}, or {"id", "error"} where there is none.
            Missing figures are null. The exit code is 1 if any case has an error.

            Example: yipanqi evaluate cases/topsis.json
            Example: yipanqi evaluate my.json --root data

            Methods: {{string.Join(", ", CaseMethods.Names)}}.
            """)
        { file, root };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(root), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string path, string? root, InvocationConfiguration streams)
    {
        using var document = Read(path);
        root ??= Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? ".";
        var answers = Cases(document.RootElement, path).Select((item, i) => Answer(item, i, root)).ToArray();
        streams.Output.WriteLine(new JsonArray([.. answers]).ToJsonString(Plain));
        var errors = answers.Count(answer => answer.ContainsKey("error"));
        if (errors > 0)
        {
            streams.Error.WriteLine($"{path}: {errors} of {answers.Length} cases have an error; see \"error\" in the output.");
        }

        return errors > 0 ? 1 : 0;
    }

    private static JsonObject Answer(JsonElement item, int position, string root)
    {
        var id = Text(item, "id");
        try
        {
            var method = Text(item, "method") ?? throw new InputRefusedException("The case names no \"method\"; add it.");
            var input = item.TryGetProperty("input", out var value) && value.ValueKind == JsonValueKind.Object
                ? value
                : throw new InputRefusedException("The case has no \"input\" object; add it.");
            return new JsonObject { ["id"] = id, ["result"] = CaseMethods.Evaluate(method, new CaseInput(input, root)) };
        }
        catch (Exception exception) when (exception is InputRefusedException or IndexRefusedException or ArgumentException)
        {
            return new JsonObject { ["id"] = id ?? $"case {position + 1}", ["error"] = exception.Message };
        }
    }

    private static IEnumerable<JsonElement> Cases(JsonElement root, string path)
    {
        var cases = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out var list) ? list : root;
        return cases.ValueKind == JsonValueKind.Array
            ? cases.EnumerateArray()
            : throw new InputRefusedException($"{path}: there is no list \"cases\"; write {{\"cases\": [ … ]}}.");
    }

    private static string? Text(JsonElement item, string field) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonDocument Read(string path)
    {
        using var stream = InputFile.Open(path);
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw new InputRefusedException($"{path}, line {exception.LineNumber + 1}: the file is not JSON ({exception.Message.TrimEnd('.')}); correct it there.");
        }
    }
}
