namespace Yipanqi.Engine.CompositeIndex;

/// <summary>One organisation in the making: score and state of every node, share of every node in its parent.</summary>
internal sealed class RowScratch(IndexStructure structure)
{
    /// <summary>Score of each node, NaN where there is none.</summary>
    public double[] Scores { get; } = new double[structure.Nodes.Count];

    public NodeState[] States { get; } = new NodeState[structure.Nodes.Count];

    /// <summary>Share of each node in its parent after dropping out and release; children of one node add up to 1.</summary>
    public double[] Shares { get; } = new double[structure.Nodes.Count];

    /// <summary>Lost points of each node, in points of the index.</summary>
    public double[] Lost { get; } = new double[structure.Nodes.Count];

    /// <summary>Whether a node above is grey, so that nothing of this one counted.</summary>
    public bool[] Uncounted { get; } = new bool[structure.Nodes.Count];

    public long[] Weights { get; } = new long[structure.Nodes.Count];
}
