namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What reading a file of observations needs to know.</summary>
/// <param name="sourced">What computes an item from records, by code.</param>
/// <param name="closed">Why figures of the quarter are not taken now; null where they are.</param>
internal sealed class ObservationSheet(Quarter quarter, SchemeDefinition definition, IReadOnlyDictionary<string, Guid> units, IReadOnlyDictionary<string, string> sourced, string? closed)
{
    private readonly ILookup<string, SchemeNode> byName = definition.Nodes.Where(n => n.Item is not null).ToLookup(n => n.Name);

    public Quarter Quarter => quarter;

    public string? Closed => closed;

    /// <summary>Units the person may enter figures for, by code.</summary>
    public IReadOnlyDictionary<string, Guid> Units => units;

    public IReadOnlyDictionary<string, SchemeNode> Items { get; } = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code);

    /// <summary>Why a file may not bring in this item; empty where it may.</summary>
    public string NotByFile(string code) => Items[code] switch
    {
        var node when node.IsManual() => $"{code} 由单位自评、上级核定，请在“本季填报”里填。",
        var node when node.IsSupplied() => $"{code} 由{node.Item!.Supplier}提供并签字，不在这里导入。",
        _ when sourced.TryGetValue(code, out var source) => $"{code} 由“{source}”的记录自动计算，不必填报。",
        _ => "",
    };

    /// <summary>By code, or by name where only one item has it.</summary>
    public SchemeNode? Find(string text) =>
        Items.TryGetValue(text, out var item) ? item : byName[text].Count() == 1 ? byName[text].Single() : null;
}
