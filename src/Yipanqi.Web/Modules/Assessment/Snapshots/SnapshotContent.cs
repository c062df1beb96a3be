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

    // Rows hashed at a time: the hash runs over whole columns, so it knows nothing of chunks.
    private const int HashedRows = 64 * 1024;

    private SnapshotContent(RunInputs inputs, RunOutput output)
    {
        Result = output.Result;
        Inputs = InputColumns(inputs);
        Results = Sorted(ResultColumns(output.Result));
        Lines = LinesOf(inputs, output);
        var (inputHash, resultHash) = ("", "");
        Parallel.Invoke(
            () => inputHash = InputHashOf(inputs),
            () => resultHash = Hash(TextsOf(Lines), Results));
        (InputHash, ResultHash) = (inputHash, resultHash);
    }

    public SchemeResult Result { get; }

    public IReadOnlyList<PackedColumn> Inputs { get; }

    public IReadOnlyList<PackedColumn> Results { get; }

    public IReadOnlyList<ScoreLine> Lines { get; }

    public string InputHash { get; }

    public string ResultHash { get; }

    public static SnapshotContent Of(RunInputs inputs, RunOutput output) => new(inputs, output);

    public static string InputHashOf(RunInputs inputs) => Hash(HeadOf(inputs), InputColumns(inputs));

    /// <summary>The hash of results as they are stored.</summary>
    public static string ResultHashOf(StoredRun run, IReadOnlyList<OrganisationScore> lines) => Hash(TextsOf([.. lines.Select(ScoreLine.Of)]), run.Results(lines.Count));

    /// <summary>One line as text, every figure in its shortest exact form: what the hash of the results is taken over.</summary>
    public static string Text(ScoreLine line) => JsonSerializer.Serialize(line, SignalJson);

    public static IReadOnlyList<PackedColumn> InputColumns(RunInputs inputs) => Sorted(ColumnsOf(inputs));

    public static IEnumerable<PackedColumn> ResultColumns(SchemeResult result)
    {
        for (var node = 0; node <= result.Structure.Root; node++)
        {
            var code = result.Structure.Nodes[node].Code;
            yield return PackedColumn.Scores(result, node, code);
            yield return PackedColumn.States(result, node, code);
            if (node < result.Structure.ItemCount)
            {
                yield return PackedColumn.Lost(result, node, code);
                yield return PackedColumn.Absences(result, node, code);
            }
        }
    }

    private static List<PackedColumn> Sorted(IEnumerable<PackedColumn> columns) =>
        [.. columns.OrderBy(c => c.Kind).ThenBy(c => c.Code, StringComparer.Ordinal)];

    private static IEnumerable<string> HeadOf(RunInputs inputs) =>
        inputs.Subjects.Select(s => $"{s.Code}\t{s.UnitId:D}\t{s.Path}\t{s.Tier}\t{s.PeerGroupId:D}")
            .Prepend($"{inputs.DefinitionHash}\t{inputs.Quarter}\t{inputs.Seed}\t{inputs.Parameters.Write()}");

    private static IEnumerable<PackedColumn> ColumnsOf(RunInputs inputs)
    {
        yield return PackedColumn.Of(ColumnKind.Group, "", inputs.Groups);
        yield return PackedColumn.Of(ColumnKind.PreviousIndex, "", inputs.PreviousIndex);
        if (inputs.Adjustments.Lines.Count > 0)
        {
            yield return PackedColumn.Text(ColumnKind.Adjustment, inputs.Adjustments.Write());
        }

        foreach (var item in inputs.Items)
        {
            yield return PackedColumn.Of(ColumnKind.Value, item.Code, item.Values);
            yield return PackedColumn.Of(ColumnKind.Reason, item.Code, item.Reasons);
            yield return PackedColumn.Of(ColumnKind.Numerator, item.Code, item.Numerators);
            yield return PackedColumn.Of(ColumnKind.Denominator, item.Code, item.Denominators);
            yield return PackedColumn.Of(ColumnKind.SampleSize, item.Code, item.Sizes);
            yield return PackedColumn.Of(ColumnKind.Origin, item.Code, item.Origins);
            if (item.Parts.Length > 0)
            {
                yield return PackedColumn.Of(ColumnKind.Parts, item.Code, item.Parts, item.Values.Length);
            }
        }
    }

    private static ScoreLine[] LinesOf(RunInputs inputs, RunOutput output)
    {
        var lines = new ScoreLine[inputs.Subjects.Count];
        Parallel.For(0, lines.Length, row => lines[row] = ScoreLine.Of(inputs.Subjects[row], row, output));
        return lines;
    }

    // Written by all cores, read in order.
    private static IEnumerable<string> TextsOf(IReadOnlyList<ScoreLine> lines) => lines.AsParallel().AsOrdered().Select(Text);

    private static string Hash(IEnumerable<string> head, IEnumerable<PackedColumn> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var separator = "";
        foreach (var line in head)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(separator + line));
            separator = "\n";
        }

        foreach (var column in columns)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{(int)column.Kind} {column.Code} {column.Length}\n"));
            for (var from = 0; from < column.Rows; from += HashedRows)
            {
                hash.AppendData(column.Bytes(from, Math.Min(HashedRows, column.Rows - from)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
