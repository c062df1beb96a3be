namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Splits the change of a score between two periods exactly over the items. From the node down, with shares s, scores on
/// the scale φ of the mean and m the mean of the node's two φ, each child gets <c>k·s̄·Δφ</c> for its own change and
/// <c>k·(φ̄ − m)·Δs</c> for the change of its share, k = Δx/Δφ(x) of the node. These add up to the change. The part of Δs by
/// the new weights at the old coverage is the weight's, the rest the coverage's. See docs/methods/contributions.md.
/// </summary>
public sealed class Contributions
{
    private readonly SchemePeriod _before;
    private readonly SchemePeriod _after;
    private readonly double[] _sharesOfOldCoverage;
    private readonly ItemContribution[] _parts;

    private Contributions(SchemePeriod before, SchemePeriod after)
    {
        (_before, _after) = (before, after);
        _sharesOfOldCoverage = after.SharesUnder(before);
        _parts = [.. Enumerable.Range(0, before.Structure.ItemCount).Select(item => new ItemContribution(item, 0, 0, 0))];
    }

    /// <summary>Contributions of all items, by position; they add up to score after − score before.</summary>
    /// <param name="before">An organisation in the earlier period.</param>
    /// <param name="after">The same organisation in the later one.</param>
    /// <param name="node">Which score; null: the index.</param>
    /// <returns>One per item; null where the node has no score in either period.</returns>
    /// <exception cref="IndexRefusedException">
    /// <c>structures_differ</c>: the trees have different nodes or means; give both schemes the nodes of both, those of the
    /// other with weight 0.
    /// </exception>
    public static IReadOnlyList<ItemContribution>? Of(SchemePeriod before, SchemePeriod after, int? node = null)
    {
        before.RequireSameTree(after);
        var root = node ?? before.Structure.Root;
        if (before.State(root) != NodeState.Scored || after.State(root) != NodeState.Scored)
        {
            return null;
        }

        var split = new Contributions(before, after);
        split.Split(root, 1);
        return split._parts;
    }

    private void Split(int node, double factor)
    {
        if (node < _before.Structure.ItemCount)
        {
            _parts[node] = _parts[node] with { Value = _parts[node].Value + factor * (_after.Score(node) - _before.Score(node)) };
            return;
        }

        var rule = _before.Structure.RuleOf(node);
        double x0 = _before.Score(node), x1 = _after.Score(node);
        var middle = (MeanScale.To(rule, x0) + MeanScale.To(rule, x1)) / 2;
        factor /= MeanScale.Slope(rule, x0, x1);
        foreach (var child in _before.Structure.Children(node))
        {
            if (_before.State(child) != NodeState.DroppedOut || _after.State(child) != NodeState.DroppedOut)
            {
                SplitChild(rule, child, factor, middle);
            }
        }
    }

    // A child that dropped out in one period counts there with its score of the other, at the share 0.
    private void SplitChild(LevelRule rule, int child, double factor, double middle)
    {
        NodeState s0 = _before.State(child), s1 = _after.State(child);
        var x0 = s0 == NodeState.DroppedOut ? _after.Counted(child) : _before.Counted(child);
        var x1 = s1 == NodeState.DroppedOut ? _before.Counted(child) : _after.Counted(child);
        double f0 = MeanScale.To(rule, x0), f1 = MeanScale.To(rule, x1);
        var share = (_before.Share(child) + _after.Share(child)) / 2;
        var height = factor * ((f0 + f1) / 2 - middle);
        var byWeight = height * (_sharesOfOldCoverage[child] - _before.Share(child));
        var byCoverage = height * (_after.Share(child) - _sharesOfOldCoverage[child]);
        if (s0 == NodeState.Scored && s1 == NodeState.Scored)
        {
            Split(child, factor * share * MeanScale.Slope(rule, x0, x1));
        }
        else
        {
            byCoverage += factor * share * (f1 - f0);
        }

        Spread(child, byWeight, byCoverage);
    }

    // What concerns a node as a whole goes to its items by their mean shares.
    private void Spread(int node, double weight, double coverage)
    {
        if (node < _before.Structure.ItemCount)
        {
            var part = _parts[node];
            _parts[node] = part with { Weight = part.Weight + weight, Coverage = part.Coverage + coverage };
            return;
        }

        double total = 0;
        foreach (var child in _before.Structure.Children(node))
        {
            total += _before.Share(child) + _after.Share(child);
        }

        foreach (var child in _before.Structure.Children(node))
        {
            var share = _before.Share(child) + _after.Share(child);
            if (share > 0)
            {
                Spread(child, weight * share / total, coverage * share / total);
            }
        }
    }
}
