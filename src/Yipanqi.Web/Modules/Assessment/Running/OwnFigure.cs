using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>From one observation to the unit's own figure of the item.</summary>
internal static class OwnFigure
{
    /// <summary>Fewer anonymous answers than this are not shown: assessment rules, section 1, Suppressed.</summary>
    public const int LeastAnswers = 5;

    public static ItemFigure Of(SchemeItem item, Reported reported)
    {
        if (reported.Absence != AbsenceReason.None)
        {
            return ItemFigure.Absent(reported.Absence);
        }

        var parts = ObservationParts.Read(reported.Parts);
        var figure = item.Kind switch
        {
            FigureKind.Ratio or FigureKind.Mean => Quotient(item, reported, parts),
            FigureKind.Median => Median(reported, parts),
            FigureKind.MinHop or FigureKind.Difference when parts is { Met: { } met, Due: { } due } => FromParts(item.Kind, [.. met, .. due]),
            _ => Bare(reported),
        };
        var answers = double.IsNaN(figure.Denominator) ? figure.Size : figure.Denominator;
        return IsAnonymous(item) && answers < LeastAnswers ? ItemFigure.Absent(AbsenceReason.Suppressed) : figure;
    }

    public static bool IsAnonymous(SchemeItem item) => item.Sources is [FigureSource.Survey, ..];

    /// <summary>Of met and due, one after the other.</summary>
    public static ItemFigure FromParts(FigureKind kind, double[] parts)
    {
        var met = parts.AsSpan(0, parts.Length / 2);
        var due = parts.AsSpan(parts.Length / 2);
        var pooled = kind == FigureKind.MinHop ? PartsFigure.MinHopRatio(met, due) : PartsFigure.Difference(met, due);
        return new(pooled.Value, pooled.Reason) { Parts = parts };
    }

    private static ItemFigure Quotient(SchemeItem item, Reported reported, ObservationParts? parts)
    {
        var (numerator, denominator, counts) = (reported.Numerator ?? double.NaN, reported.Denominator ?? double.NaN, Array.Empty<double>());
        if (item.RatingSteps > 0 && parts?.Ratings is { } ratings)
        {
            counts = [.. ratings.Select(r => (double)r)];
            (numerator, denominator) = (ratings.Select((r, step) => (step + 1.0) * r).Sum(), ratings.Sum());
        }
        else if (item.Weighted && parts?.EffectiveSize is { } size)
        {
            counts = [size];
        }

        if (double.IsNaN(numerator) && reported is { Value: { } value, SampleSize: > 0 })
        {
            (numerator, denominator) = (value * reported.SampleSize.Value, reported.SampleSize.Value);
            return new(value, AbsenceReason.None, numerator, denominator, reported.SampleSize.Value) { Parts = counts };
        }

        return double.IsNaN(numerator) || double.IsNaN(denominator) ? Bare(reported)
            : denominator == 0 ? ItemFigure.Absent(AbsenceReason.NotDue)
            : new(numerator / denominator, AbsenceReason.None, numerator, denominator, reported.SampleSize ?? denominator) { Parts = counts };
    }

    private static ItemFigure Median(Reported reported, ObservationParts? parts)
    {
        if (parts?.Records is { Length: > 0 } records)
        {
            var ones = records.Select(_ => 1.0).ToArray();
            return new(Pool.WeightedMedian(records, ones), AbsenceReason.None, Size: records.Length) { Records = (records, ones) };
        }

        var bare = Bare(reported);
        return bare.Size > 0 ? bare with { Records = ([bare.Value], [bare.Size]) } : bare;
    }

    private static ItemFigure Bare(Reported reported) => reported.Value is { } value
        ? new(value, AbsenceReason.None, Size: reported.SampleSize ?? double.NaN)
        : ItemFigure.Absent(AbsenceReason.NotReported);
}
