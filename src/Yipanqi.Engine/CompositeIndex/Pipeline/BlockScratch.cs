namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What one thread needs beside the columns: a block of one item and the accumulators of one node.</summary>
internal sealed class BlockScratch(int rows)
{
    public double[] Item { get; } = new double[rows];

    public AggregationKernel Kernel { get; } = new(rows);
}
