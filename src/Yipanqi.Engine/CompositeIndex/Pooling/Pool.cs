namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Roll-up of one item over the children of an organisation: never a mean of means. Children that did not report are
/// left out; below two thirds reporting the parent's figure is NotReported. Children to whom the item does not apply,
/// or where nothing fell due, count on neither side. See docs/methods/pooling.md.
/// </summary>
public static class Pool
{
    /// <summary>Ratios and means: <c>Σ numerators / Σ denominators</c>; a pooled denominator of 0 is NotDue.</summary>
    /// <param name="numerators">Numerators of the children; of a mean the sums of its values.</param>
    /// <param name="denominators">Denominators of the children; of a mean the counts.</param>
    /// <param name="reasons">Whether and why a child is absent.</param>
    public static PooledFigure Ratio(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, ReadOnlySpan<AbsenceReason> reasons)
    {
        var absent = Absence(reasons);
        if (absent != AbsenceReason.None)
        {
            return new(double.NaN, absent);
        }

        double numerator = 0, denominator = 0;
        for (var child = 0; child < reasons.Length; child++)
        {
            if (reasons[child] == AbsenceReason.None)
            {
                numerator += numerators[child];
                denominator += denominators[child];
            }
        }

        return denominator > 0 ? new(numerator / denominator, AbsenceReason.None) : new(double.NaN, AbsenceReason.NotDue);
    }

    /// <summary>The median weighted by n, for figures imported without their records.</summary>
    /// <param name="medians">Medians of the children.</param>
    /// <param name="sizes">Numbers of records behind them.</param>
    /// <param name="reasons">Whether and why a child is absent.</param>
    public static PooledFigure Median(ReadOnlySpan<double> medians, ReadOnlySpan<double> sizes, ReadOnlySpan<AbsenceReason> reasons)
    {
        var absent = Absence(reasons);
        if (absent != AbsenceReason.None)
        {
            return new(double.NaN, absent);
        }

        var present = new double[reasons.Length];
        var weights = new double[reasons.Length];
        for (var child = 0; child < reasons.Length; child++)
        {
            var counts = reasons[child] == AbsenceReason.None;
            (present[child], weights[child]) = (counts ? medians[child] : 0, counts ? sizes[child] : 0);
        }

        var median = WeightedMedian(present, weights);
        return double.IsNaN(median) ? new(median, AbsenceReason.NotDue) : new(median, AbsenceReason.None);
    }

    /// <summary>
    /// Least value at which half of the weight is reached; where exactly half is, the mean of it and the next value. With
    /// equal weights it is the ordinary median, so it also serves pooled records. NaN where nothing has a weight.
    /// </summary>
    /// <param name="values">The values, without NaN.</param>
    /// <param name="weights">Their weights, at least 0.</param>
    public static double WeightedMedian(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Column.RequireSameLength(values, weights);
        var ascending = values.ToArray();
        var sizes = weights.ToArray();
        Array.Sort(ascending, sizes);
        double total = 0, reached = 0;
        foreach (var size in sizes)
        {
            total += size;
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            reached += sizes[i];
            if (sizes[i] > 0 && 2 * reached >= total)
            {
                var next = sizes.AsSpan(i + 1).IndexOfAnyExcept(0.0);
                return 2 * reached > total || next < 0 ? ascending[i] : (ascending[i] + ascending[i + 1 + next]) / 2;
            }
        }

        return double.NaN;
    }

    /// <summary>
    /// Whether the children carry a pooled figure: None where at least two thirds of those concerned reported (exactly
    /// 2/3 passes), NotReported below; where nobody is concerned NotDue if something might have fallen due, else Suppressed
    /// if anything was hidden, else NotApplicable.
    /// </summary>
    /// <param name="reasons">Whether and why a child is absent.</param>
    public static AbsenceReason Absence(ReadOnlySpan<AbsenceReason> reasons)
    {
        long reported = reasons.Count(AbsenceReason.None), missing = reasons.Count(AbsenceReason.NotReported);
        if (reported + missing > 0)
        {
            return TwoThirds.Reached(reported, reported + missing) ? AbsenceReason.None : AbsenceReason.NotReported;
        }

        return reasons.Contains(AbsenceReason.NotDue) ? AbsenceReason.NotDue
            : reasons.Contains(AbsenceReason.Suppressed) ? AbsenceReason.Suppressed
            : AbsenceReason.NotApplicable;
    }
}
