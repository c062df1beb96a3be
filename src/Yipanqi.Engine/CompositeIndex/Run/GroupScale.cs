namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Scores one item within one peer group, or says why that cannot be done.</summary>
internal static class GroupScale
{
    /// <param name="item">An item that compares organisations.</param>
    /// <param name="due">In how many organisations of the group the item is due, reported or not.</param>
    /// <param name="values">Reported figures of the group, NaN where there is none.</param>
    /// <param name="scores">Receives the scores; may be the same span.</param>
    /// <returns>The reason why the item is not applicable in this group; null where it was scored.</returns>
    public static RelativeDropReason? Score(IndexNode item, int due, ReadOnlySpan<double> values, Span<double> scores)
    {
        var rule = item.Rule!;
        var facts = ColumnFacts.Of(values, rule.Kind == NormalisationKind.ZScore);
        if (due < PeerGroups.LeastSize)
        {
            return RelativeDropReason.GroupUnderFive;
        }

        if (facts.Count > 0 && facts.Min == facts.Max)
        {
            return RelativeDropReason.ConstantColumn;
        }

        if (facts.Count == 0)
        {
            scores.Fill(double.NaN);
            return null;
        }

        if (rule.Kind == NormalisationKind.PercentileRank)
        {
            RankScale.Apply(item, values, scores);
            return null;
        }

        var worst = rule.Direction == Direction.Benefit ? facts.Min : facts.Max;
        if (rule.Kind == NormalisationKind.DistanceToTarget && !((double)rule.Direction * (rule.To - worst) > 0))
        {
            return RelativeDropReason.TargetNotBeyondWorst;
        }

        ItemScale.Of(item, facts).Apply(values, scores);
        return null;
    }
}
