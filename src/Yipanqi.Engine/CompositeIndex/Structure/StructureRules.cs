namespace Yipanqi.Engine.CompositeIndex;

/// <summary>What a tree must keep to be the structure of an index; each refusal names the node.</summary>
internal static class StructureRules
{
    public static void Check(StructureBuilder tree)
    {
        for (var at = 0; at < tree.Ordered.Length; at++)
        {
            var node = tree.Ordered[at];
            CheckRule(node, isItem: tree.Levels[at] == 1);
            CheckWeights(node, tree.Children[at].Select(c => tree.Ordered[c]));
            CheckRelease(tree, at);
            if (node.Track != Track.None && tree.Parents[at] != tree.Ordered.Length - 1)
            {
                throw new IndexRefusedException("track_not_below_root", $"Node '{node.Code}' has a track but is no child of the root: set tracks on the children of the root.") { Node = node.Code };
            }
        }
    }

    public static LevelRule[] Spread(IReadOnlyList<LevelRule> rules, int needed)
    {
        if (rules.Count > 1 && rules.Count != needed)
        {
            throw new IndexRefusedException("level_rules_miscounted", $"{rules.Count} rules of aggregation for {needed} levels: give one for all, or one per level from the bottom up.");
        }

        foreach (var rule in rules)
        {
            if (rule.Availability is { } share && !(share >= 0 && share <= 1))
            {
                throw new IndexRefusedException("availability_out_of_range", $"The availability threshold {share:R} is not within [0, 1]: give a share, for instance 0.66.");
            }

            if (rule.Kind == AggregationKind.Generalised && !double.IsFinite(rule.Power))
            {
                throw new IndexRefusedException("power_not_finite", $"The power {rule.Power:R} of the mean is not finite: give an ordinary number.");
            }
        }

        return [.. Enumerable.Range(0, needed).Select(i => rules.Count == 0 ? LevelRule.Default : rules[rules.Count == 1 ? 0 : i])];
    }

    private static void CheckRule(IndexNode node, bool isItem)
    {
        if (isItem && node.Rule is null)
        {
            throw new IndexRefusedException("rule_missing", $"Node '{node.Code}' has no children and no rule of scoring: give it a rule, or children.") { Node = node.Code };
        }

        if (!isItem && node.Rule is not null)
        {
            throw new IndexRefusedException("rule_on_aggregate", $"Node '{node.Code}' has children and a rule of scoring: only items have one, remove it.") { Node = node.Code };
        }
    }

    private static void CheckWeights(IndexNode node, IEnumerable<IndexNode> children)
    {
        double total = 0;
        foreach (var child in children)
        {
            if (!(child.Weight >= 0) || !double.IsFinite(child.Weight))
            {
                throw new IndexRefusedException("weight_negative", $"Node '{child.Code}' has the weight {child.Weight:R}: give a finite weight of at least 0.") { Node = child.Code };
            }

            total += child.Weight;
        }

        if (total == 0 && node.Rule is null)
        {
            throw new IndexRefusedException("weights_all_zero", $"All children of '{node.Code}' weigh 0: give at least one a weight.") { Node = node.Code };
        }
    }

    private static void CheckRelease(StructureBuilder tree, int at)
    {
        var node = tree.Ordered[at];
        var uncle = tree.Parents[at] < 0 ? -1 : tree.Parents[tree.Parents[at]];
        foreach (var target in node.ReleasesWeightTo)
        {
            var to = tree.Positions.GetValueOrDefault(target, -1);
            if (to < 0 || uncle < 0 || tree.Parents[to] != uncle || to == tree.Parents[at])
            {
                throw new IndexRefusedException("release_target_wrong", $"Node '{node.Code}' releases its weight to '{target}', which is no sibling of its parent: name siblings of '{node.Parent}'.") { Node = node.Code };
            }
        }

        var siblings = uncle < 0 || node.ReleasesWeightTo.Count == 0 ? [] : tree.Children[uncle].SelectMany(p => tree.Children[p]);
        var other = siblings.FirstOrDefault(s => s != at && tree.Ordered[s].ReleasesWeightTo.Count > 0, -1);
        if (other >= 0)
        {
            throw new IndexRefusedException("release_target_wrong", $"Both '{node.Code}' and '{tree.Ordered[other].Code}' release their weight below '{tree.Ordered[uncle].Code}': only one node may.") { Node = node.Code };
        }
    }
}
