namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What reading a file of observations needs to know.</summary>
internal sealed class ObservationSheet(Quarter quarter, SchemeDefinition definition, IReadOnlyDictionary<string, Guid> units)
{
    private readonly ILookup<string, SchemeNode> byName = definition.Nodes.Where(n => n.Item is not null).ToLookup(n => n.Name);

    public Quarter Quarter => quarter;

    /// <summary>Units the person may enter figures for, by code.</summary>
    public IReadOnlyDictionary<string, Guid> Units => units;

    public IReadOnlyDictionary<string, SchemeNode> Items { get; } = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code);

    /// <summary>By code, or by name where only one item has it.</summary>
    public SchemeNode? Find(string text) =>
        Items.TryGetValue(text, out var item) ? item : byName[text].Count() == 1 ? byName[text].Single() : null;
}
