using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A run as a snapshot keeps it: columns of inputs and results, one line for each organisation, and the two hashes.</summary>
internal sealed class SnapshotContent
{
    /// <summary>How the signals of a level are written; NaN has no number in JSON.</summary>
    public static readonly JsonSerializerOptions SignalJson = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private SnapshotContent(RunInputs inputs, RunOutput? output)
    {
        Inputs = InputColumns(inputs).OrderBy(c => c.Kind).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        InputHash = Hash(Encoding.UTF8.GetBytes(string.Join('\n', HeadOf(inputs))), Inputs);
        Results = output is null ? [] : ResultColumns(output.Result).OrderBy(c => c.Kind).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        Lines = output is null ? [] : LinesOf(inputs, output);
        ResultHash = Hash(Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(Text))), Results);
    }

    public IReadOnlyList<(ColumnKind Kind, string Code, byte[] Content)> Inputs { get; }

    public IReadOnlyList<(ColumnKind Kind, string Code, byte[] Content)> Results { get; }

    public IReadOnlyList<ScoreLine> Lines { get; }

    public string InputHash { get; }

    public string ResultHash { get; }

    public static SnapshotContent Of(RunInputs inputs, RunOutput output) => new(inputs, output);

    public static string InputHashOf(RunInputs inputs) => new SnapshotContent(inputs, null).InputHash;

    /// <summary>One line as text, every figure in its shortest exact form: what the hash of the results is taken over.</summary>
    public static string Text(ScoreLine line) => JsonSerializer.Serialize(line, SignalJson);

    private static IEnumerable<string> HeadOf(RunInputs inputs) =>
        inputs.Subjects.Select(s => $"{s.Code}\t{s.UnitId:D}\t{s.Path}\t{s.Tier}\t{s.PeerGroupId:D}")
            .Prepend($"{inputs.DefinitionHash}\t{inputs.Quarter}\t{inputs.Seed}\t{inputs.Parameters.Write()}");

    private static IEnumerable<(ColumnKind Kind, string Code, byte[] Content)> InputColumns(RunInputs inputs)
    {
        yield return (ColumnKind.Group, "", ColumnBytes.Of(inputs.Groups));
        yield return (ColumnKind.PreviousIndex, "", ColumnBytes.Of(inputs.PreviousIndex));
        if (inputs.Adjustments.Lines.Count > 0)
        {
            yield return (ColumnKind.Adjustment, "", inputs.Adjustments.Write());
        }

        foreach (var item in inputs.Items)
        {
            yield return (ColumnKind.Value, item.Code, ColumnBytes.Of(item.Values));
            yield return (ColumnKind.Reason, item.Code, ColumnBytes.Of(item.Reasons));
            yield return (ColumnKind.Numerator, item.Code, ColumnBytes.Of(item.Numerators));
            yield return (ColumnKind.Denominator, item.Code, ColumnBytes.Of(item.Denominators));
            yield return (ColumnKind.SampleSize, item.Code, ColumnBytes.Of(item.Sizes));
            yield return (ColumnKind.Origin, item.Code, ColumnBytes.Of(item.Origins));
            if (item.Parts.Length > 0)
            {
                yield return (ColumnKind.Parts, item.Code, ColumnBytes.Of(item.Parts));
            }
        }
    }

    private static IEnumerable<(ColumnKind Kind, string Code, byte[] Content)> ResultColumns(SchemeResult result)
    {
        for (var node = 0; node <= result.Structure.Root; node++)
        {
            var code = result.Structure.Nodes[node].Code;
            yield return (ColumnKind.Score, code, ColumnBytes.Of(result.Scores(node)));
            yield return (ColumnKind.State, code, ColumnBytes.Of(result.States(node)));
            if (node < result.Structure.ItemCount)
            {
                yield return (ColumnKind.Lost, code, ColumnBytes.Of(result.Lost(node)));
                yield return (ColumnKind.Absence, code, ColumnBytes.Of(result.Reasons(node)));
            }
        }
    }

    private static List<ScoreLine> LinesOf(RunInputs inputs, RunOutput output) =>
        [.. inputs.Subjects.Select((subject, row) => ScoreLine.Of(subject, row, output))];

    private static string Hash(byte[] head, IEnumerable<(ColumnKind Kind, string Code, byte[] Content)> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        foreach (var (kind, code, content) in columns)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{(int)kind} {code} {content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
