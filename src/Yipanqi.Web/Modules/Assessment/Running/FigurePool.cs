using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Pools the figures of children: gathers what the engine's pooling needs, and carries the sums on to the next level.</summary>
internal static class FigurePool
{
    private const int MostOnStack = 256;

    /// <param name="children">One figure for each child, reported or not.</param>
    public static ItemFigure Of(FigureKind kind, ReadOnlySpan<ItemFigure> children)
    {
        var reasons = children.Length <= MostOnStack ? stackalloc AbsenceReason[children.Length] : new AbsenceReason[children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            reasons[i] = ReasonOf(kind, children[i]);
        }

        var absence = Pool.Absence(reasons);
        return absence != AbsenceReason.None ? ItemFigure.Absent(absence) : kind switch
        {
            FigureKind.Median => Median(children, reasons),
            FigureKind.MinHop or FigureKind.Difference => OwnFigure.FromParts(kind, SumHalves(children, reasons)),
            _ => Quotient(children, reasons),
        };
    }

    // A child that told only its figure, not what it is made of, cannot be pooled: it counts as not reported.
    private static AbsenceReason ReasonOf(FigureKind kind, in ItemFigure child)
    {
        // Parts that give no figure by themselves (too few due) still count in the sum of the level above.
        if (kind is FigureKind.MinHop or FigureKind.Difference && child.Parts.Length > 0)
        {
            return AbsenceReason.None;
        }

        var whole = kind switch
        {
            FigureKind.Median => child.Records is not null,
            FigureKind.MinHop or FigureKind.Difference => false,
            _ => !double.IsNaN(child.Numerator),
        };
        return child.Reason == AbsenceReason.None && !whole ? AbsenceReason.NotReported : child.Reason;
    }

    private static ItemFigure Quotient(ReadOnlySpan<ItemFigure> children, ReadOnlySpan<AbsenceReason> reasons)
    {
        double numerator = 0, denominator = 0, size = 0;
        double[]? parts = null;
        var alike = true;
        for (var i = 0; i < children.Length; i++)
        {
            if (reasons[i] == AbsenceReason.None)
            {
                ref readonly var child = ref children[i];
                (numerator, denominator, size) = (numerator + child.Numerator, denominator + child.Denominator, size + child.Size);
                parts ??= new double[child.Parts.Length];
                alike &= parts.Length == child.Parts.Length;
                for (var part = 0; alike && part < parts.Length; part++)
                {
                    parts[part] += child.Parts[part];
                }
            }
        }

        var pooled = Pool.Ratio([numerator], [denominator], [AbsenceReason.None]);
        return new(pooled.Value, pooled.Reason, numerator, denominator, size) { Parts = alike ? parts! : [] };
    }

    // Equal records become one of their weight together: the median is the same, and the next level has less to sort and to keep.
    private static ItemFigure Median(ReadOnlySpan<ItemFigure> children, ReadOnlySpan<AbsenceReason> reasons)
    {
        var (values, weights) = (new List<double>(), new List<double>());
        for (var i = 0; i < children.Length; i++)
        {
            if (reasons[i] == AbsenceReason.None)
            {
                values.AddRange(children[i].Records!.Value.Values);
                weights.AddRange(children[i].Records!.Value.Weights);
            }
        }

        var records = Merged([.. values], [.. weights]);
        return new(Pool.WeightedMedian(records.Values, records.Weights), AbsenceReason.None, Size: records.Weights.Sum()) { Records = records };
    }

    private static (double[] Values, double[] Weights) Merged(double[] values, double[] weights)
    {
        Array.Sort(values, weights);
        var last = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] == values[last])
            {
                weights[last] += weights[i];
            }
            else
            {
                last++;
                (values[last], weights[last]) = (values[i], weights[i]);
            }
        }

        return (values[..(last + 1)], weights[..(last + 1)]);
    }

    // Chains of different length are added from the top level down; met comes before due.
    private static double[] SumHalves(ReadOnlySpan<ItemFigure> children, ReadOnlySpan<AbsenceReason> reasons)
    {
        var parts = 0;
        for (var i = 0; i < children.Length; i++)
        {
            parts = reasons[i] == AbsenceReason.None ? Math.Max(parts, children[i].Parts.Length / 2) : parts;
        }

        var sum = new double[2 * parts];
        for (var i = 0; i < children.Length; i++)
        {
            var own = reasons[i] == AbsenceReason.None ? children[i].Parts.Length / 2 : 0;
            for (var part = 0; part < own; part++)
            {
                sum[part] += children[i].Parts[part];
                sum[parts + part] += children[i].Parts[own + part];
            }
        }

        return sum;
    }
}
