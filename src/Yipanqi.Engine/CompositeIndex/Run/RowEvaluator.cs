namespace Yipanqi.Engine.CompositeIndex;

/// <summary>From the item scores of one organisation to all its nodes, by the rules of absence.</summary>
internal sealed class RowEvaluator
{
    /// <summary>Best score of every scheme.</summary>
    public const double Best = 100;

    private readonly SchemeWeights _weights;
    private readonly LevelRule[] _rules;
    private readonly int[][] _children;
    private readonly Track[] _tracks;
    private readonly int _items;

    public RowEvaluator(IndexStructure structure, double least)
    {
        Structure = structure;
        Least = least;
        _weights = new SchemeWeights(structure);
        _items = structure.ItemCount;
        _rules = [.. structure.Levels.Select(level => level < 2 ? LevelRule.Default : structure.LevelRules[level - 2])];
        _children = [.. structure.Nodes.Select((_, node) => structure.Children(node).ToArray())];
        _tracks = [.. structure.Nodes.Select(n => n.Track)];
    }

    public IndexStructure Structure { get; }

    /// <summary>Least score of the scheme, which a part that was not reported counts.</summary>
    public double Least { get; }

    /// <summary>Scores all aggregates; states and scores of the items are there.</summary>
    public void Evaluate(RowScratch row)
    {
        for (var node = _items; node < _children.Length; node++)
        {
            (row.States[node], row.Scores[node]) = Combine(node, null, row);
        }
    }

    /// <summary>The children of the root that belong to one track, as if they were a node.</summary>
    public (NodeState State, double Score) Combine(Track track, RowScratch row) => Combine(_children.Length - 1, track, row);

    /// <summary>Fills the shares of all nodes in their parents.</summary>
    public void Share(RowScratch row)
    {
        row.Shares[Structure.Root] = 1;
        for (var node = _items; node < _children.Length; node++)
        {
            var children = _children[node];
            var weights = row.Weights.AsSpan(0, children.Length);
            _weights.Of(node, row.States, weights);
            double applicable = 0;
            foreach (var weight in weights)
            {
                applicable += weight;
            }

            for (var i = 0; i < children.Length; i++)
            {
                row.Shares[children[i]] = applicable > 0 ? weights[i] / applicable : 0;
            }
        }
    }

    /// <summary>How a node is made of its children.</summary>
    public LevelRule RuleOf(int node) => _rules[node];

    public ReadOnlySpan<int> Children(int node) => _children[node];

    private (NodeState State, double Score) Combine(int node, Track? only, RowScratch row)
    {
        var rule = _rules[node];
        var children = _children[node];
        var weights = row.Weights.AsSpan(0, children.Length);
        _weights.Of(node, row.States, weights);
        long applicable = 0, reported = 0;
        double sum = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (weights[i] == 0 || (only is { } track && _tracks[child] != track))
            {
                continue;
            }

            var scored = row.States[child] == NodeState.Scored;
            var score = scored ? row.Scores[child] : Least;
            applicable += weights[i];
            reported += scored ? weights[i] : 0;
            sum += weights[i] * (rule.Kind == AggregationKind.Arithmetic ? score : MeanScale.To(rule, score));
        }

        return applicable == 0 ? (NodeState.DroppedOut, double.NaN)
            : !TwoThirds.Reached(reported, applicable) ? (NodeState.Grey, double.NaN)
            : (NodeState.Scored, Math.Clamp(MeanScale.Back(rule, sum / applicable), Least, Best));
    }
}
