namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The items of a scheme that organisations are asked for, with the dimension each belongs to.</summary>
internal sealed class CollectItems
{
    private readonly Dictionary<string, SchemeNode> nodes;
    private readonly string root;

    public CollectItems(SchemeDefinition definition)
    {
        nodes = definition.Nodes.ToDictionary(n => n.Code);
        root = definition.Nodes.First(n => n.Parent.Length == 0).Code;
        Asked = [.. definition.Nodes.Where(n => n.Item is not null && !n.IsSupplied())];
        Codes = [.. Asked.Select(n => n.Code)];
        Dimensions = [.. definition.Nodes.Where(n => n.Parent == root)];
    }

    public IReadOnlyList<SchemeNode> Asked { get; }

    public IReadOnlyList<string> Codes { get; }

    public IReadOnlyList<SchemeNode> Dimensions { get; }

    public IReadOnlyList<ItemName> Owed(IReadOnlySet<string> reported) => [.. Asked.Where(n => !reported.Contains(n.Code)).Select(n => new ItemName(n.Code, n.Name))];

    public CollectCoverage Coverage(int organisations, IReadOnlyDictionary<string, int> reported) => new(
        organisations,
        [.. Dimensions.Select(d => (d, Items: Asked.Where(i => DimensionOf(i.Code) == d.Code).ToList())).Where(p => p.Items.Count > 0)
            .Select(p => new CollectCoverage.Dimension(p.d.Code, p.d.Name, p.Items.Count * organisations, p.Items.Sum(i => reported.GetValueOrDefault(i.Code))))]);

    private string DimensionOf(string code)
    {
        while (nodes[code].Parent != root && nodes[code].Parent.Length > 0)
        {
            code = nodes[code].Parent;
        }

        return code;
    }
}
