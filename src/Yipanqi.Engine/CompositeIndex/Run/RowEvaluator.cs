namespace Yipanqi.Engine.CompositeIndex;

/// <summary>From the item scores of one organisation to all its nodes, by the rules of absence.</summary>
internal sealed class RowEvaluator
{
    /// <summary>Best score of every scheme.</summary>
    public const double Best = 100;

    private readonly SchemeWeights _weights;

    public RowEvaluator(IndexStructure structure, double least)
    {
        Structure = structure;
        Least = least;
        _weights = new SchemeWeights(structure);
    }

    public IndexStructure Structure { get; }

    /// <summary>Least score of the scheme, which a part that was not reported counts.</summary>
    public double Least { get; }

    /// <summary>Scores all aggregates; states and scores of the items are there.</summary>
    public void Evaluate(RowScratch row)
    {
        for (var node = Structure.ItemCount; node < Structure.Nodes.Count; node++)
        {
            (row.States[node], row.Scores[node]) = Combine(node, null, row);
        }
    }

    /// <summary>The children of the root that belong to one track, as if they were a node.</summary>
    public (NodeState State, double Score) Combine(Track track, RowScratch row) => Combine(Structure.Root, track, row);

    /// <summary>Fills the shares of all nodes in their parents.</summary>
    public void Share(RowScratch row)
    {
        row.Shares[Structure.Root] = 1;
        for (var node = Structure.ItemCount; node < Structure.Nodes.Count; node++)
        {
            var children = Structure.Children(node);
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

    private (NodeState State, double Score) Combine(int node, Track? only, RowScratch row)
    {
        var rule = Structure.RuleOf(node);
        var children = Structure.Children(node);
        var weights = row.Weights.AsSpan(0, children.Length);
        _weights.Of(node, row.States, weights);
        long applicable = 0, reported = 0;
        double sum = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (weights[i] == 0 || (only is { } track && Structure.Nodes[child].Track != track))
            {
                continue;
            }

            var scored = row.States[child] == NodeState.Scored;
            applicable += weights[i];
            reported += scored ? weights[i] : 0;
            sum += weights[i] * MeanScale.To(rule, scored ? row.Scores[child] : Least);
        }

        return applicable == 0 ? (NodeState.DroppedOut, double.NaN)
            : TwoThirds.Reached(reported, applicable) ? (NodeState.Scored, Math.Clamp(MeanScale.Back(rule, sum / applicable), Least, Best))
            : (NodeState.Grey, double.NaN);
    }
}
