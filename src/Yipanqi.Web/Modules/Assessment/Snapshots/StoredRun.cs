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

    /// <summary>The columns of results as they are stored, in the order of the hash.</summary>
    public IEnumerable<PackedColumn> Results(int rows) => columns.Keys.Where(c => c.Kind >= ColumnKind.Score).OrderBy(c => c.Kind).ThenBy(c => c.Code, StringComparer.Ordinal)
        .Select(c => (Key: c, Whole: new Lazy<byte[]>(() => Whole(c.Kind, c.Code)), Width: rows == 0 ? 0 : columns[c].Values.Sum(v => v.Length) / rows))
        .Select(c => new PackedColumn(c.Key.Kind, c.Key.Code, rows, c.Width, (from, count) => c.Whole.Value.AsSpan(from * c.Width, count * c.Width).ToArray()));

    /// <summary>One figure of one organisation; null where it is absent.</summary>
    public double? Figure(ColumnKind kind, string code, int position) =>
        columns.TryGetValue((kind, code), out var chunks) && ColumnBytes.Double(Chunk(chunks, position), At(position)) is var figure && !double.IsNaN(figure) ? figure : null;

    /// <summary>One narrow figure of one organisation: a reason, a state or an origin.</summary>
    public byte Narrow(ColumnKind kind, string code, int position) => Chunk(columns[(kind, code)], position)[At(position)];

    public double[] Doubles(ColumnKind kind, string code) => ColumnBytes.Doubles(Whole(kind, code));

    public RunInputs Inputs(string definitionHash, Quarter quarter, RunParameters parameters, IReadOnlyList<RunSubject> subjects, int observations) => new(
        definition, definitionHash, quarter, parameters, subjects, ColumnBytes.Ints(Whole(ColumnKind.Group, "")), Doubles(ColumnKind.PreviousIndex, ""),
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => Item(n.Code))], observations)
    {
        Adjustments = Adjustments,
    };

    /// <summary>Bonus and deduction items and vetoes of the run.</summary>
    public RunAdjustments Adjustments => Has(ColumnKind.Adjustment, "") ? RunAdjustments.Read(Whole(ColumnKind.Adjustment, "")) : RunAdjustments.None;

    /// <summary>The inputs of the given organisations alone, for calculations that concern them by themselves.</summary>
    public IReadOnlyList<ItemColumn> ItemColumns(IReadOnlyList<int> positions) =>
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => new ItemColumn([.. positions.Select(p => Figure(ColumnKind.Value, n.Code, p) ?? double.NaN)])
        {
            Reasons = [.. positions.Select(p => (AbsenceReason)Narrow(ColumnKind.Reason, n.Code, p))],
        })];

    /// <summary>Counts of the parts of one organisation, as wide as the column.</summary>
    /// <param name="organisations">How many the snapshot has: the last chunk holds fewer than the others.</param>
    public double[] PartsOf(string code, int position, int organisations)
    {
        var chunk = Chunk(columns[(ColumnKind.Parts, code)], position);
        var held = Math.Min(SnapshotChunk.Positions, organisations - (position - At(position)));
        var width = chunk.Length / sizeof(double) / held;
        return ColumnBytes.Doubles(chunk.AsSpan(At(position) * width * sizeof(double), width * sizeof(double)));
    }

    /// <summary>The inputs of one item of some organisations.</summary>
    public ItemInput InputOf(string code, IReadOnlyList<int> positions, int organisations)
    {
        var width = Has(ColumnKind.Parts, code) && positions.Count > 0 ? PartsOf(code, positions[0], organisations).Length : 0;
        var parts = Enumerable.Range(0, width).Select(_ => new double[positions.Count]).ToArray();
        for (var row = 0; row < positions.Count && width > 0; row++)
        {
            var own = PartsOf(code, positions[row], organisations);
            for (var i = 0; i < width; i++)
            {
                parts[i][row] = own[i];
            }
        }

        return new(
            code, Figures(ColumnKind.Value), [.. positions.Select(p => (AbsenceReason)Narrow(ColumnKind.Reason, code, p))], Figures(ColumnKind.Numerator),
            Figures(ColumnKind.Denominator), Figures(ColumnKind.SampleSize), [.. positions.Select(p => (FigureOrigin)Narrow(ColumnKind.Origin, code, p))], parts);

        double[] Figures(ColumnKind kind) => [.. positions.Select(p => Figure(kind, code, p) ?? double.NaN)];
    }

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
