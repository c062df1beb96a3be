using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Pools the figures of children: gathers what the engine's pooling needs, and carries the sums on to the next level.</summary>
internal static class FigurePool
{
    /// <param name="children">One figure for each child, reported or not.</param>
    public static ItemFigure Of(FigureKind kind, IReadOnlyList<ItemFigure> children)
    {
        var reasons = children.Select(c => ReasonOf(kind, c)).ToArray();
        var absence = Pool.Absence(reasons);
        if (absence != AbsenceReason.None)
        {
            return ItemFigure.Absent(absence);
        }

        var counted = children.Where((_, i) => reasons[i] == AbsenceReason.None).ToList();
        return kind switch
        {
            FigureKind.Median => Median(counted),
            FigureKind.MinHop or FigureKind.Difference => OwnFigure.FromParts(kind, SumHalves(counted)),
            _ => Quotient(children, reasons, counted),
        };
    }

    // A child that told only its figure, not what it is made of, cannot be pooled: it counts as not reported.
    private static AbsenceReason ReasonOf(FigureKind kind, ItemFigure child)
    {
        var whole = kind switch
        {
            FigureKind.Median => child.Records is not null,
            FigureKind.MinHop or FigureKind.Difference => child.Parts.Length > 0,
            _ => !double.IsNaN(child.Numerator),
        };

        // Parts that give no figure by themselves (too few due) still count in the sum of the level above.
        var partsOnly = kind is FigureKind.MinHop or FigureKind.Difference && child.Parts.Length > 0;
        return partsOnly ? AbsenceReason.None
            : child.Reason == AbsenceReason.None && !whole ? AbsenceReason.NotReported
            : child.Reason;
    }

    private static ItemFigure Quotient(IReadOnlyList<ItemFigure> children, AbsenceReason[] reasons, List<ItemFigure> counted)
    {
        var pooled = Pool.Ratio([.. children.Select(c => c.Numerator)], [.. children.Select(c => c.Denominator)], reasons);
        var size = counted.Sum(c => c.Size);
        var alike = counted.All(c => c.Parts.Length == counted[0].Parts.Length);
        return new(pooled.Value, pooled.Reason, counted.Sum(c => c.Numerator), counted.Sum(c => c.Denominator), size) { Parts = alike ? Sum(counted) : [] };
    }

    private static ItemFigure Median(List<ItemFigure> counted)
    {
        double[] values = [.. counted.SelectMany(c => c.Records!.Value.Values)];
        double[] weights = [.. counted.SelectMany(c => c.Records!.Value.Weights)];
        return new(Pool.WeightedMedian(values, weights), AbsenceReason.None, Size: weights.Sum()) { Records = (values, weights) };
    }

    private static double[] Sum(List<ItemFigure> counted)
    {
        var sum = new double[counted[0].Parts.Length];
        foreach (var figure in counted)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += figure.Parts[i];
            }
        }

        return sum;
    }

    // Chains of different length are added from the top level down; met comes before due.
    private static double[] SumHalves(List<ItemFigure> counted)
    {
        var parts = counted.Max(c => c.Parts.Length / 2);
        var sum = new double[2 * parts];
        foreach (var figure in counted)
        {
            var own = figure.Parts.Length / 2;
            for (var i = 0; i < own; i++)
            {
                sum[i] += figure.Parts[i];
                sum[parts + i] += figure.Parts[own + i];
            }
        }

        return sum;
    }
}
