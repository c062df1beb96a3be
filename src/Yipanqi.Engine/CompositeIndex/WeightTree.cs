namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// The tree of an index as plain arrays, for analyses that vary its weights. Nodes stand after all their children: first the
/// leaves, in the order of the columns of scores, last the root.
/// </summary>
public sealed class WeightTree
{
    /// <summary>Takes a tree.</summary>
    /// <param name="parents">Position of each node's parent, −1 for the root, which is last.</param>
    /// <param name="weights">Weight of each node among its siblings, at least 0, of any scale; that of the root plays no part.</param>
    /// <param name="noisy">Which nodes' weights are uncertain.</param>
    /// <param name="leafCount">Number of leaves.</param>
    /// <exception cref="IndexRefusedException"><c>tree_not_ordered</c>, <c>weight_negative</c>.</exception>
    public WeightTree(int[] parents, double[] weights, bool[] noisy, int leafCount)
    {
        Column.RequireSameLength(weights, new double[parents.Length]);
        for (var node = 0; node < parents.Length; node++)
        {
            var isRoot = node == parents.Length - 1;
            if (isRoot ? parents[node] != -1 : parents[node] <= node || parents[node] >= parents.Length || parents[node] < leafCount)
            {
                throw new IndexRefusedException(
                    "tree_not_ordered", $"Node {node + 1} has its parent at {parents[node] + 1}: put leaves first, every parent after its children, and one root last.")
                { Row = node };
            }

            if (!(weights[node] >= 0) || !double.IsFinite(weights[node]))
            {
                throw new IndexRefusedException("weight_negative", $"Node {node + 1} has the weight {weights[node]:R}: give a finite weight of at least 0.") { Row = node };
            }
        }

        (Parents, BaseWeights, LeafCount) = (parents, weights, leafCount);
        NoisyNodes = [.. Enumerable.Range(0, parents.Length - 1).Where(node => noisy[node])];
    }

    /// <summary>Number of leaves.</summary>
    public int LeafCount { get; }

    /// <summary>Nodes whose weights are uncertain, in their order.</summary>
    public IReadOnlyList<int> NoisyNodes { get; }

    internal int[] Parents { get; }

    internal double[] BaseWeights { get; }

    /// <summary>Aggregates scores of the leaves to scores of all nodes by the weighted arithmetic mean, missing (NaN) left out.</summary>
    /// <param name="scores">One array of unit scores per node; those of the leaves are given, the others are filled.</param>
    /// <param name="weights">Weights to use, one per node.</param>
    /// <param name="from">First node to fill; the nodes before it are taken as they are.</param>
    internal void Aggregate(double[][] scores, double[] weights, int from)
    {
        var totals = new double[Parents.Length][];
        for (var parent = from; parent < Parents.Length; parent++)
        {
            Array.Clear(scores[parent]);
            totals[parent] = new double[scores[parent].Length];
        }

        for (var node = 0; node < Parents.Length; node++)
        {
            for (var unit = 0; node >= from && unit < scores[node].Length; unit++)
            {
                scores[node][unit] = totals[node][unit] > 0 ? scores[node][unit] / totals[node][unit] : double.NaN;
            }

            if (Parents[node] >= from)
            {
                AddTo(scores[Parents[node]], totals[Parents[node]], scores[node], weights[node]);
            }
        }
    }

    private static void AddTo(double[] sums, double[] totals, double[] scores, double weight)
    {
        for (var unit = 0; unit < scores.Length; unit++)
        {
            var present = !double.IsNaN(scores[unit]);
            sums[unit] += present ? weight * scores[unit] : 0;
            totals[unit] += present ? weight : 0;
        }
    }
}
