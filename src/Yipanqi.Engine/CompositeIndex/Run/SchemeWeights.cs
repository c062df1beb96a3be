namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Weights of a scheme as integers, so that "two thirds of the weight" is decided without rounding, and the one rule
/// that moves weight between branches of the tree.
/// </summary>
internal sealed class SchemeWeights
{
    /// <summary>Weights of a scheme have at most six decimals.</summary>
    public const double Scale = 1e6;

    private const double MostWeight = 1e9;
    private readonly IndexStructure _structure;
    private readonly int[][] _children;
    private readonly long[] _weights;
    private readonly int[] _releaser;
    private readonly int[] _targetOf;

    public SchemeWeights(IndexStructure structure)
    {
        _structure = structure;
        _children = [.. structure.Nodes.Select((_, node) => structure.Children(node).ToArray())];
        _weights = [.. structure.Nodes.Select(Scaled)];
        _releaser = new int[structure.Nodes.Count];
        Array.Fill(_releaser, -1);
        _targetOf = (int[])_releaser.Clone();
        for (var node = structure.ItemCount; node < structure.Nodes.Count; node++)
        {
            Reduce(structure.Children(node));
        }

        for (var node = 0; node < structure.Nodes.Count; node++)
        {
            if (structure.Nodes[node].ReleasesWeightTo.Count > 0)
            {
                _releaser[structure.Parents[structure.Parents[node]]] = node;
                foreach (var target in structure.Nodes[node].ReleasesWeightTo)
                {
                    _targetOf[structure.Find(target)] = node;
                }

                RequireRoom(node);
            }
        }
    }

    /// <summary>Weights of a node's children for one organisation; a child that dropped out weighs 0.</summary>
    public void Of(int node, ReadOnlySpan<NodeState> states, Span<long> weights)
    {
        var children = _children[node];
        for (var i = 0; i < children.Length; i++)
        {
            weights[i] = states[children[i]] == NodeState.DroppedOut ? 0 : _weights[children[i]];
        }

        var releaser = _releaser[node];
        if (releaser >= 0 && states[releaser] == NodeState.DroppedOut && states[_structure.Parents[releaser]] != NodeState.DroppedOut)
        {
            Release(releaser, children, states, weights);
        }
    }

    // With s = released share/all share of the parent P, P keeps w·(1−s) and each target t still there gains
    // w·s·t/Σt. Everything is multiplied by the denominators, so that the weights stay integers.
    private void Release(int releaser, ReadOnlySpan<int> children, ReadOnlySpan<NodeState> states, Span<long> weights)
    {
        var parent = _structure.Parents[releaser];
        long released = _weights[releaser], kept = 0, targets = 0;
        foreach (var sibling in _structure.Children(parent))
        {
            kept += states[sibling] == NodeState.DroppedOut ? 0 : _weights[sibling];
        }

        for (var i = 0; i < children.Length; i++)
        {
            targets += _targetOf[children[i]] == releaser ? weights[i] : 0;
        }

        if (targets == 0)
        {
            return;
        }

        var whole = released + kept;
        for (var i = 0; i < children.Length; i++)
        {
            weights[i] *= children[i] == parent
                ? kept * targets
                : whole * targets + (_targetOf[children[i]] == releaser ? _weights[parent] * released : 0);
        }
    }

    private static long Scaled(IndexNode node)
    {
        var scaled = Math.Round(node.Weight * Scale);
        if (node.Weight > MostWeight || Math.Abs(scaled / Scale - node.Weight) > 1e-12 * Math.Max(1, node.Weight))
        {
            throw new IndexRefusedException(
                "weight_not_scaled", $"Node '{node.Code}' has the weight {node.Weight:R}: weights of a scheme have at most six decimals and are at most {MostWeight:R}, round it when the scheme is frozen.")
            { Node = node.Code };
        }

        return (long)scaled;
    }

    private void Reduce(ReadOnlySpan<int> siblings)
    {
        long divisor = 0;
        foreach (var node in siblings)
        {
            divisor = Gcd(divisor, _weights[node]);
        }

        foreach (var node in siblings)
        {
            _weights[node] /= divisor;
        }
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    private void RequireRoom(int releaser)
    {
        double inner = 0, outer = 0;
        foreach (var node in _structure.Children(_structure.Parents[releaser]))
        {
            inner += _weights[node];
        }

        foreach (var node in _structure.Children(_structure.Parents[_structure.Parents[releaser]]))
        {
            outer += _weights[node];
        }

        if (3 * 2 * outer * outer * inner >= long.MaxValue)
        {
            throw new IndexRefusedException(
                "weight_not_scaled", $"The weights around '{_structure.Nodes[releaser].Code}' are too fine to be released exactly: give them fewer decimals.");
        }
    }
}
