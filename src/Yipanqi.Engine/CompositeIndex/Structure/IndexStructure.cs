namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// The tree of an index: items at the bottom (level 1), aggregates above, one root. Immutable and always valid.
/// <see cref="Nodes"/> holds the items first, in the order given, then the aggregates level by level, the root last:
/// children stand before their parent, and a position in it names a node everywhere in the engine.
/// </summary>
public sealed class IndexStructure
{
    private readonly int[][] _children;
    private readonly Dictionary<string, int> _positions;

    private IndexStructure(StructureBuilder built, LevelRule[] levels)
    {
        Nodes = built.Ordered;
        ItemCount = built.ItemCount;
        Levels = built.Levels;
        LevelRules = levels;
        Parents = built.Parents;
        _children = built.Children;
        _positions = built.Positions;
        EffectiveWeights = Effective();
    }

    /// <summary>All nodes: items, then aggregates by level, root last.</summary>
    public IReadOnlyList<IndexNode> Nodes { get; }

    /// <summary>Number of items; they stand at positions 0 to ItemCount − 1.</summary>
    public int ItemCount { get; }

    /// <summary>Position of the root.</summary>
    public int Root => Nodes.Count - 1;

    /// <summary>Level of each node: items 1, their parents 2, and so on.</summary>
    public IReadOnlyList<int> Levels { get; }

    /// <summary>Rules of levels 2, 3, … in this order.</summary>
    public IReadOnlyList<LevelRule> LevelRules { get; }

    /// <summary>Position of each node's parent; −1 at the root.</summary>
    public IReadOnlyList<int> Parents { get; }

    /// <summary>
    /// Share of each node in the root when nothing is missing: weight over the sum of the siblings' weights, times the
    /// effective weight of the parent (root 1). The effective weights of the items add up to 1.
    /// </summary>
    public IReadOnlyList<double> EffectiveWeights { get; }

    /// <summary>Builds and checks a structure.</summary>
    /// <param name="nodes">All nodes, in any order.</param>
    /// <param name="levels">Rules of levels 2, 3, … to the root; one rule alone holds for all; none: arithmetic mean.</param>
    /// <exception cref="IndexRefusedException">
    /// Something is wrong with the named node: <c>code_missing</c>, <c>code_repeated</c>, <c>root_missing</c>, <c>roots_several</c>,
    /// <c>parent_unknown</c>, <c>parents_in_a_circle</c>, <c>rule_missing</c>, <c>rule_on_aggregate</c>, <c>depth_uneven</c>,
    /// <c>weight_negative</c>, <c>weights_all_zero</c>, <c>level_rules_miscounted</c>, <c>availability_out_of_range</c>,
    /// <c>power_not_finite</c>, <c>track_not_below_root</c>, <c>release_target_wrong</c>.
    /// </exception>
    public static IndexStructure Build(IReadOnlyCollection<IndexNode> nodes, params IReadOnlyList<LevelRule> levels)
    {
        var built = new StructureBuilder(nodes);
        StructureRules.Check(built);
        return new IndexStructure(built, StructureRules.Spread(levels, built.Levels[^1] - 1));
    }

    /// <summary>Positions of a node's children, in the order of <see cref="Nodes"/>; none for an item.</summary>
    public ReadOnlySpan<int> Children(int node) => _children[node];

    /// <summary>Position of the node with this code; −1 where there is none.</summary>
    public int Find(string code) => _positions.GetValueOrDefault(code, -1);

    /// <summary>The rule by which an aggregate is made.</summary>
    public LevelRule RuleOf(int node) => LevelRules[Levels[node] - 2];

    private double[] Effective()
    {
        var effective = new double[Nodes.Count];
        effective[Root] = 1;
        for (var node = Root; node >= ItemCount; node--)
        {
            double total = 0;
            foreach (var child in Children(node))
            {
                total += Nodes[child].Weight;
            }

            foreach (var child in Children(node))
            {
                effective[child] = Nodes[child].Weight / total * effective[node];
            }
        }

        return effective;
    }
}
