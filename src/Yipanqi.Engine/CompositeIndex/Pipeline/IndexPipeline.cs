namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Raw columns → normalised items → every level → index, for any number of units. Missing values (NaN) are left out and
/// the weights of the others rescaled; a node without any present child has no score.
/// </summary>
/// <remarks>
/// Two passes over the data: one for the facts that scales need (none for items on goalposts), one that normalises and
/// aggregates block by block, so that everything between item and index happens in the nearest caches. Items scored by
/// ranks take a sort of their column in between. Nothing is allocated per row. The result has the same bytes whatever
/// the number of threads. See docs/methods/structure-and-aggregation-run.md and performance.md.
/// </remarks>
public sealed class IndexPipeline(IndexStructure structure)
{
    private const int BlockRows = 1024;
    private const int BlocksPerPart = 16;
    private const int ChunksPerPart = 64;

    /// <summary>The index that is calculated.</summary>
    public IndexStructure Structure { get; } = structure;

    /// <summary>Calculates all nodes of all units.</summary>
    /// <param name="items">One column of raw figures per item, in the order of the structure; NaN is missing.</param>
    /// <param name="scores">Receives the scores; made for this structure and number of rows.</param>
    /// <param name="threads">Number of threads; 0 takes all cores.</param>
    /// <exception cref="IndexRefusedException">
    /// <c>constant_column</c>, <c>not_finite</c>, <c>target_not_beyond_worst</c> or <c>value_not_positive</c>, naming the node.
    /// </exception>
    /// <exception cref="ArgumentException">Columns and structure do not fit together.</exception>
    public void Run(IReadOnlyList<double[]> items, IndexScores scores, int threads = 0)
    {
        RequireFit(items, scores);
        var scales = Scales(items, scores.Rows, threads);
        ParallelRows.ForEach(Structure.ItemCount, threads, () => 0, (item, _) => Rank(item, items[item].AsSpan(0, scores.Rows), scores));
        var sources = items.Select((x, item) => IsByRanks(item) ? scores.Column(item) : x).ToArray();
        var part = BlockRows * BlocksPerPart;
        ParallelRows.ForEach(
            (scores.Rows + part - 1) / part,
            threads,
            () => new BlockScratch(BlockRows),
            (p, scratch) =>
            {
                var end = Math.Min(scores.Rows, (p + 1) * part);
                for (var from = p * part; from < end; from += BlockRows)
                {
                    Block(sources, scales, scores, from, Math.Min(BlockRows, end - from), scratch);
                }
            });
    }

    private void Block(double[][] items, ItemScale[] scales, IndexScores scores, int from, int rows, BlockScratch scratch)
    {
        for (var node = Structure.ItemCount; node < Structure.Nodes.Count; node++)
        {
            scratch.Kernel.Start(Structure.RuleOf(node), Structure.Nodes[node].Code, from);
            foreach (var child in Structure.Children(node))
            {
                var x = Scored(child, items, scales, scores, from, rows, scratch);
                scratch.Kernel.Add(x, Structure.Nodes[child].Weight, Structure.Nodes[child].Code);
            }

            scratch.Kernel.Finish(scores.Column(node).AsSpan(from, rows));
        }
    }

    private ReadOnlySpan<double> Scored(
        int node, double[][] items, ItemScale[] scales, IndexScores scores, int from, int rows, BlockScratch scratch)
    {
        if (node >= Structure.ItemCount || IsByRanks(node))
        {
            return scores.Of(node).Slice(from, rows);
        }

        var y = scores.KeepsItems ? scores.Column(node).AsSpan(from, rows) : scratch.Item.AsSpan(0, rows);
        scales[node].Apply(items[node].AsSpan(from, rows), y);
        return y;
    }

    private ItemScale[] Scales(IReadOnlyList<double[]> items, int rows, int threads)
    {
        var partRows = ColumnFacts.ChunkRows * ChunksPerPart;
        var parts = Math.Max(1, (rows + partRows - 1) / partRows);
        var facts = new ColumnFacts[Structure.ItemCount * parts];
        ParallelRows.ForEach(facts.Length, threads, () => 0, (p, _) =>
        {
            var rule = Structure.Nodes[p / parts].Rule!;
            var from = p % parts * partRows;
            facts[p] = rule.IsRelative
                ? ColumnFacts.Of(items[p / parts].AsSpan(from, Math.Min(partRows, rows - from)), rule.Kind == NormalisationKind.ZScore)
                : ColumnFacts.None;
        });

        var scales = new ItemScale[Structure.ItemCount];
        for (var item = 0; item < scales.Length; item++)
        {
            var whole = ColumnFacts.None;
            for (var p = 0; p < parts; p++)
            {
                whole = whole.Join(facts[item * parts + p]);
            }

            RequireFinite(Structure.Nodes[item].Code, whole);
            scales[item] = ItemScale.Of(Structure.Nodes[item], whole);
        }

        return scales;
    }

    private void Rank(int item, ReadOnlySpan<double> raw, IndexScores scores)
    {
        if (IsByRanks(item))
        {
            RankScale.Apply(Structure.Nodes[item], raw, scores.Column(item));
        }
    }

    private bool IsByRanks(int item) => Structure.Nodes[item].Rule!.Kind is NormalisationKind.PercentileRank or NormalisationKind.Borda;

    private static void RequireFinite(string code, in ColumnFacts facts)
    {
        if (facts.Count > 0 && !double.IsFinite(facts.Max - facts.Min))
        {
            throw new IndexRefusedException(
                "not_finite", $"Item '{code}' reaches from {facts.Min:R} to {facts.Max:R}, too wide to calculate with: correct the cell or mark it as missing.")
            { Node = code };
        }
    }

    private void RequireFit(IReadOnlyList<double[]> items, IndexScores scores)
    {
        if (items.Count != Structure.ItemCount)
        {
            throw new ArgumentException($"{items.Count} columns for {Structure.ItemCount} items: give one column per item, in the order of the structure.");
        }

        for (var item = 0; item < items.Count; item++)
        {
            if (items[item].Length < scores.Rows)
            {
                throw new ArgumentException($"Item '{Structure.Nodes[item].Code}' has {items[item].Length} rows of {scores.Rows}: give columns of the same length.");
            }
        }
    }
}
