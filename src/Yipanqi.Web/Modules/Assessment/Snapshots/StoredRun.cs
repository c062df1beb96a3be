using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A snapshot read back: its columns by kind and code, in full or some chunks of them, and the inputs put together again.
/// A figure whose chunk was not read is a mistake of the caller and throws.
/// </summary>
internal sealed class StoredRun(SchemeDefinition definition, IReadOnlyDictionary<(ColumnKind Kind, string Code), SortedList<int, byte[]>> columns)
{
    private readonly Lazy<SchemeRun> run = new(() => SchemeStructure.Run(definition));

    public SchemeDefinition Definition => definition;

    public SchemeRun Run => run.Value;

    public IndexStructure Structure => run.Value.Structure;

    /// <summary>Bytes of all columns: what this weighs in a cache.</summary>
    public long Size => columns.Values.Sum(c => c.Values.Sum(chunk => (long)chunk.Length));

    public bool Has(ColumnKind kind, string code) => columns.ContainsKey((kind, code));

    /// <summary>All bytes of a column that was read in full.</summary>
    public byte[] Whole(ColumnKind kind, string code)
    {
        var chunks = columns[(kind, code)].Values;
        var whole = new byte[chunks.Sum(c => c.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(whole, at);
            at += chunk.Length;
        }

        return whole;
    }

    /// <summary>One figure of one organisation; null where it is absent.</summary>
    public double? Figure(ColumnKind kind, string code, int position) =>
        columns.TryGetValue((kind, code), out var chunks) && ColumnBytes.Double(Chunk(chunks, position), At(position)) is var figure && !double.IsNaN(figure) ? figure : null;

    /// <summary>One narrow figure of one organisation: a reason, a state or an origin.</summary>
    public byte Narrow(ColumnKind kind, string code, int position) => Chunk(columns[(kind, code)], position)[At(position)];

    public double[] Doubles(ColumnKind kind, string code) => ColumnBytes.Doubles(Whole(kind, code));

    public RunInputs Inputs(string definitionHash, Quarter quarter, RunParameters parameters, IReadOnlyList<RunSubject> subjects, int observations) => new(
        definition, definitionHash, quarter, parameters, subjects, ColumnBytes.Ints(Whole(ColumnKind.Group, "")), Doubles(ColumnKind.PreviousIndex, ""),
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => Item(n.Code))], observations);

    /// <summary>The inputs of the given organisations alone, for calculations that concern them by themselves.</summary>
    public IReadOnlyList<ItemColumn> ItemColumns(IReadOnlyList<int> positions) =>
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => new ItemColumn([.. positions.Select(p => Figure(ColumnKind.Value, n.Code, p) ?? double.NaN)])
        {
            Reasons = [.. positions.Select(p => (AbsenceReason)Narrow(ColumnKind.Reason, n.Code, p))],
        })];

    private ItemInput Item(string code)
    {
        var values = Doubles(ColumnKind.Value, code);
        return new(
            code, values, ColumnBytes.Enums<AbsenceReason>(Whole(ColumnKind.Reason, code)),
            Doubles(ColumnKind.Numerator, code), Doubles(ColumnKind.Denominator, code), Doubles(ColumnKind.SampleSize, code),
            ColumnBytes.Enums<FigureOrigin>(Whole(ColumnKind.Origin, code)),
            Has(ColumnKind.Parts, code) ? ColumnBytes.Several(Whole(ColumnKind.Parts, code), values.Length) : []);
    }

    private static byte[] Chunk(SortedList<int, byte[]> chunks, int position) => chunks[position / SnapshotChunk.Positions];

    private static int At(int position) => position % SnapshotChunk.Positions;
}
