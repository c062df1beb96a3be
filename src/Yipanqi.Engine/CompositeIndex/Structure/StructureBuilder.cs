namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Puts nodes given in any order into the order of a structure: items, then aggregates by level, root last.</summary>
internal sealed class StructureBuilder
{
    public StructureBuilder(IReadOnlyCollection<IndexNode> given)
    {
        var byCode = ByCode(given);
        var children = given.Where(n => !IsRoot(n)).ToLookup(n => n.Parent!);
        var root = Root(given, byCode);
        var levels = new Dictionary<string, int>();
        Measure(root, children, levels);
        if (levels.Count < byCode.Count)
        {
            var lost = given.First(n => !levels.ContainsKey(n.Code));
            throw new IndexRefusedException("parents_in_a_circle", $"Node '{lost.Code}' is its own ancestor: let its line of parents end at the root '{root.Code}'.") { Node = lost.Code };
        }

        Ordered = [.. given.OrderBy(n => levels[n.Code])];
        ItemCount = Ordered.Count(n => levels[n.Code] == 1);
        Levels = [.. Ordered.Select(n => levels[n.Code])];
        Positions = Ordered.Select((n, at) => (n.Code, at)).ToDictionary(p => p.Code, p => p.at);
        Parents = [.. Ordered.Select(n => IsRoot(n) ? -1 : Positions[n.Parent!])];
        Children = [.. Ordered.Select((_, at) => Enumerable.Range(0, Parents.Length).Where(c => Parents[c] == at).ToArray())];
    }

    public IndexNode[] Ordered { get; }

    public int ItemCount { get; }

    public int[] Levels { get; }

    public int[] Parents { get; }

    public int[][] Children { get; }

    public Dictionary<string, int> Positions { get; }

    private static bool IsRoot(IndexNode node) => string.IsNullOrEmpty(node.Parent);

    private static Dictionary<string, IndexNode> ByCode(IEnumerable<IndexNode> given)
    {
        var byCode = new Dictionary<string, IndexNode>();
        foreach (var node in given)
        {
            if (string.IsNullOrWhiteSpace(node.Code))
            {
                throw new IndexRefusedException("code_missing", $"A node below '{node.Parent}' has no code: give it one.");
            }

            if (!byCode.TryAdd(node.Code, node))
            {
                throw new IndexRefusedException("code_repeated", $"Two nodes have the code '{node.Code}': codes are unique in an index, rename one.") { Node = node.Code };
            }
        }

        return byCode;
    }

    private static IndexNode Root(IEnumerable<IndexNode> given, Dictionary<string, IndexNode> byCode)
    {
        IndexNode? root = null;
        foreach (var node in given)
        {
            if (IsRoot(node))
            {
                root = root is null
                    ? node
                    : throw new IndexRefusedException("roots_several", $"Both '{root.Code}' and '{node.Code}' have no parent: an index has one root, put one below it.") { Node = root.Code };
            }
            else if (!byCode.ContainsKey(node.Parent!))
            {
                throw new IndexRefusedException("parent_unknown", $"Node '{node.Code}' names the parent '{node.Parent}', which does not exist: add it or correct the name.") { Node = node.Code };
            }
        }

        return root ?? throw new IndexRefusedException("root_missing", "Every node has a parent: leave the parent of the top node empty.");
    }

    private static int Measure(IndexNode node, ILookup<string, IndexNode> children, Dictionary<string, int> levels)
    {
        IndexNode? first = null;
        var below = 0;
        foreach (var child in children[node.Code])
        {
            var level = Measure(child, children, levels);
            if (first is not null && level != below)
            {
                throw new IndexRefusedException(
                    "depth_uneven",
                    $"Below '{node.Code}', '{first.Code}' stands at level {below} and '{child.Code}' at level {level}: siblings need the same depth, put a node between.")
                { Node = node.Code };
            }

            (first, below) = (first ?? child, level);
        }

        return levels[node.Code] = below + 1;
    }
}
