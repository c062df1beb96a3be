namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Where a pipeline writes: one column per aggregate and, if asked for, one per item. Allocated once, used again at will.</summary>
public sealed class IndexScores
{
    private readonly double[][] _columns;

    /// <summary>Allocates the columns.</summary>
    /// <param name="structure">The index.</param>
    /// <param name="rows">Number of units.</param>
    /// <param name="keepItems">Whether to keep the normalised items too; they take as much memory as the data.</param>
    public IndexScores(IndexStructure structure, int rows, bool keepItems)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
        KeepsItems = keepItems;
        _columns = new double[structure.Nodes.Count][];
        for (var node = 0; node < _columns.Length; node++)
        {
            var byRanks = node < structure.ItemCount && structure.Nodes[node].Rule!.Kind is NormalisationKind.PercentileRank or NormalisationKind.Borda;
            _columns[node] = keepItems || byRanks || node >= structure.ItemCount ? GC.AllocateUninitializedArray<double>(rows) : [];
        }
    }

    /// <summary>Number of units.</summary>
    public int Rows { get; }

    /// <summary>Whether the columns of the items are kept.</summary>
    public bool KeepsItems { get; }

    /// <summary>Scores of one node over all units, NaN where it has none; empty for an item that is not kept.</summary>
    /// <param name="node">Position in <see cref="IndexStructure.Nodes"/>.</param>
    public ReadOnlySpan<double> Of(int node) => _columns[node];

    internal double[] Column(int node) => _columns[node];
}
