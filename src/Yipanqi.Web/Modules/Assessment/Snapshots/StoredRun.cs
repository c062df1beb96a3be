using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A snapshot read back: its columns by kind and code, and the inputs put together again.</summary>
internal sealed class StoredRun(SchemeDefinition definition, IReadOnlyDictionary<(ColumnKind Kind, string Code), byte[]> columns)
{
    private readonly Lazy<SchemeRun> run = new(() => SchemeStructure.Run(definition));

    public SchemeDefinition Definition => definition;

    public SchemeRun Run => run.Value;

    public IndexStructure Structure => run.Value.Structure;

    public IReadOnlyDictionary<(ColumnKind Kind, string Code), byte[]> Columns => columns;

    /// <summary>Bytes of all columns: what this weighs in a cache.</summary>
    public long Size => columns.Values.Sum(c => (long)c.Length);

    /// <summary>One figure of one organisation; null where it is absent.</summary>
    public double? Figure(ColumnKind kind, string code, int position) =>
        columns.TryGetValue((kind, code), out var bytes) && ColumnBytes.Double(bytes, position) is var figure && !double.IsNaN(figure) ? figure : null;

    /// <summary>One narrow figure of one organisation: a reason, a state or an origin.</summary>
    public byte Narrow(ColumnKind kind, string code, int position) => columns[(kind, code)][position];

    public double[] Doubles(ColumnKind kind, string code) => ColumnBytes.Doubles(columns[(kind, code)]);

    public RunInputs Inputs(string definitionHash, Quarter quarter, RunParameters parameters, IReadOnlyList<RunSubject> subjects, int observations) => new(
        definition, definitionHash, quarter, parameters, subjects, ColumnBytes.Ints(columns[(ColumnKind.Group, "")]), Doubles(ColumnKind.PreviousIndex, ""),
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => Item(n.Code))], observations)
    {
        Adjustments = Adjustments,
    };

    /// <summary>Bonus and deduction items and vetoes of the run.</summary>
    public RunAdjustments Adjustments => columns.TryGetValue((ColumnKind.Adjustment, ""), out var json) ? RunAdjustments.Read(json) : RunAdjustments.None;

    /// <summary>The inputs of the given organisations alone, for calculations that concern them by themselves.</summary>
    public IReadOnlyList<ItemColumn> ItemColumns(IReadOnlyList<int> positions) =>
        [.. Structure.Nodes.Take(Structure.ItemCount).Select(n => new ItemColumn([.. positions.Select(p => Figure(ColumnKind.Value, n.Code, p) ?? double.NaN)])
        {
            Reasons = [.. positions.Select(p => (AbsenceReason)Narrow(ColumnKind.Reason, n.Code, p))],
        })];

    private ItemInput Item(string code) => new(
        code, Doubles(ColumnKind.Value, code), [.. columns[(ColumnKind.Reason, code)].Select(b => (AbsenceReason)b)],
        Doubles(ColumnKind.Numerator, code), Doubles(ColumnKind.Denominator, code), Doubles(ColumnKind.SampleSize, code),
        [.. columns[(ColumnKind.Origin, code)].Select(b => (FigureOrigin)b)],
        columns.TryGetValue((ColumnKind.Parts, code), out var parts) ? ColumnBytes.Several(parts) : []);
}
